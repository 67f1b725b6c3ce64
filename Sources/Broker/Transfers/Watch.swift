import Conversation

/// The clock of one request against its limits; pure, so that no test waits for it.
struct Watch {
  /// What is due when a deadline passes.
  enum End: Equatable {
    case limit(TimeLimit)
    /// The reply is whole, and nothing more came in a while: no `[DONE]`, no end of the body.
    case finished
  }

  /// After `finish_reason`, for the token counts that may follow it.
  static let finishingMilliseconds = 5_000

  private let limits: TimeLimits
  /// The beginning of the whole request.
  private var started: MonotonicTime
  /// The beginning of this attempt's connection; `nil` while nothing is under way.
  private var connecting: MonotonicTime?
  private var sent: MonotonicTime?
  private var lastByte: MonotonicTime?
  private var isTextAwaited = true
  private var isFinishing = false

  init(limits: TimeLimits, started: MonotonicTime) {
    self.limits = limits
    self.started = started
  }

  mutating func noteConnecting(at time: MonotonicTime) {
    connecting = time
    sent = nil
    lastByte = nil
  }

  mutating func noteSent(at time: MonotonicTime) {
    connecting = nil
    sent = time
    lastByte = time
  }

  /// Takes note of bytes in either direction.
  mutating func noteBytes(at time: MonotonicTime) {
    if sent != nil { lastByte = time }
  }

  mutating func noteText() {
    isTextAwaited = false
  }

  mutating func noteFinishing() {
    isFinishing = true
  }

  /// Only the whole request's limit goes on, as between two attempts.
  mutating func pause() {
    connecting = nil
    sent = nil
    lastByte = nil
  }

  /// Leaves out time in which the program stood still, from `moment` on.
  mutating func shift(byNanoseconds nanoseconds: UInt64, since moment: MonotonicTime) {
    func shifted(_ time: MonotonicTime) -> MonotonicTime {
      time > moment ? time : MonotonicTime(nanoseconds: time.nanoseconds + nanoseconds)
    }
    started = shifted(started)
    connecting = connecting.map(shifted)
    sent = sent.map(shifted)
    lastByte = lastByte.map(shifted)
  }

  /// What is due first, and when.
  var deadline: (end: End, time: MonotonicTime)? {
    let ends: [(End, MonotonicTime?, Int)] = [
      (.limit(.connect), connecting, limits.connectMilliseconds),
      (.limit(.silence), lastByte, limits.silenceMilliseconds),
      (.limit(.firstDelta), isTextAwaited ? sent : nil, limits.firstDeltaMilliseconds),
      (.limit(.total), started, limits.totalMilliseconds),
      (.finished, isFinishing ? lastByte : nil, Self.finishingMilliseconds),
    ]
    return ends.compactMap { end, start, milliseconds in
      guard let start, milliseconds > 0 else { return nil }
      return (end, start.adding(milliseconds: Double(milliseconds)))
    }.min { $0.time < $1.time }
  }
}
