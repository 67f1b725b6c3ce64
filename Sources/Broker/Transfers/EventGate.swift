import Conversation
import Synchronization

/// Lets the events of a request through to its buffer until its ending, which passes once.
///
/// A cancel ends a request from any thread at once; what the worker still makes of it afterwards is
/// dropped here, under the same lock.
final class EventGate: Sendable {
  private struct State {
    var buffers: [RequestID: RenderBuffer] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())

  /// - Returns: Whether the gate takes new requests.
  func open(_ id: RequestID, to buffer: RenderBuffer) -> Bool {
    state.withLock { state in
      if !state.isClosed { state.buffers[id] = buffer }
      return !state.isClosed
    }
  }

  func isOpen(_ id: RequestID) -> Bool {
    state.withLock { $0.buffers[id] != nil }
  }

  func deliver(_ events: [StreamEvent], of id: RequestID) {
    pass(id) { ($0.buffers[id], events) }
  }

  /// - Returns: Whether this was the request's ending; `false` when it had ended before.
  @discardableResult
  func end(_ id: RequestID, _ ending: Ending, after events: [StreamEvent] = []) -> Bool {
    let last = StreamEvent(request: id, time: .now(), kind: .ended(ending))
    return pass(id) { ($0.buffers.removeValue(forKey: id), events + [last]) }
  }

  /// Ends every request as cancelled and takes no more.
  func close() {
    let open = state.withLock { state in
      state.isClosed = true
      return Array(state.buffers.keys)
    }
    for id in open { end(id, .cancelled) }
  }

  @discardableResult
  private func pass(
    _ id: RequestID,
    _ take: (inout State) -> (RenderBuffer?, [StreamEvent])
  ) -> Bool {
    let (buffer, isWakeDue) = state.withLock { state -> (RenderBuffer?, Bool) in
      let (buffer, events) = take(&state)
      return (buffer, buffer?.add(events) == true)
    }
    if isWakeDue { buffer?.wakeReader() }
    return buffer != nil
  }
}
