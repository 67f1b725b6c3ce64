import Conversation

/// Says when the next frame may be painted: one an interval on average, two in a row after a rest.
///
/// Tokens never come at even distances. With the second frame at hand, one that comes a little early is
/// shown at once, and a stream that is faster than the screen still costs no more frames.
struct FramePacer {
  /// The earliest moment for the next frame.
  private(set) var next = MonotonicTime(nanoseconds: 0)
  /// When the frames painted so far have used up their time.
  private var paidUntil = MonotonicTime(nanoseconds: 0)
  private let interval: Double

  init(intervalMilliseconds: Double) {
    interval = intervalMilliseconds
  }

  mutating func painted(at now: MonotonicTime) {
    next = max(now, paidUntil)
    paidUntil = next.adding(milliseconds: interval)
  }
}
