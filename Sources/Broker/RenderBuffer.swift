import Conversation
import Synchronization

/// The hand-over point between the broker and the main loop.
///
/// The broker appends from any thread; the main loop drains. Nothing is ever dropped: adjacent text of
/// one request and channel is merged with the arrival of every piece kept, so a slow terminal costs a
/// longer string, not a longer queue.
package final class RenderBuffer: Sendable {
  /// What went over the wire for one request since the last drain.
  private struct RecordedBytes {
    let request: RequestID
    var time: MonotonicTime
    var log: WireLog
  }

  private struct State {
    var events: [StreamEvent] = []
    /// What went over the wire, one a request; apart, since it would stand between deltas that are one.
    var logs: [RecordedBytes] = []
    var isWakePending = false

    /// Appends to the log of the same request in place, where there is one: it may be long.
    mutating func add(_ log: WireLog, of event: StreamEvent) {
      guard let index = logs.firstIndex(where: { $0.request == event.request }) else {
        return logs.append(RecordedBytes(request: event.request, time: event.time, log: log))
      }
      logs[index].time = event.time
      logs[index].log.append(log)
    }
  }

  private let state = Mutex(State())
  private let wake: @Sendable () -> Void

  /// - Parameter wake: Called on the appending thread, once per burst, after the first append that
  ///   follows a drain. It must only schedule `drain()`, never call it.
  package init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  package func append(_ event: StreamEvent) {
    append(contentsOf: [event])
  }

  package func append(contentsOf events: [StreamEvent]) {
    if add(events) { wakeReader() }
  }

  /// Takes everything appended since the last drain, oldest first, but what went over the wire before all else.
  package func drain() -> [StreamEvent] {
    state.withLock { state in
      defer { state = State() }
      let logs = state.logs.map {
        StreamEvent(request: $0.request, time: $0.time, kind: .wire($0.log))
      }
      return logs + state.events
    }
  }

  /// Appends without waking; for a caller that holds a lock.
  ///
  /// - Returns: Whether `wakeReader` is due.
  func add(_ events: [StreamEvent]) -> Bool {
    guard !events.isEmpty else { return false }
    return state.withLock { state in
      for event in events {
        if case .wire(let log) = event.kind {
          state.add(log, of: event)
        } else {
          state.events.merge(event)
        }
      }
      defer { state.isWakePending = true }
      return !state.isWakePending
    }
  }

  func wakeReader() {
    wake()
  }
}

extension [StreamEvent] {
  /// Appends an event, or the text of a delta to the last event where that is a delta of the same request
  /// and channel; the merged event bears the time of the newest.
  mutating func merge(_ event: StreamEvent) {
    guard case .delta(let new) = event.kind, let last = indices.last,
      self[last].request == event.request, case .delta(var delta) = self[last].kind,
      delta.channel == new.channel
    else { return append(event) }
    self[last].kind = .keepAlive  // leaves `delta` uniquely referenced, so it grows in place
    delta.text += new.text
    delta.marks += new.marks
    self[last].kind = .delta(delta)
    self[last].time = event.time
  }
}
