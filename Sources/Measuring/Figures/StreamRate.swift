import Conversation

/// What came in a stretch of time as so much a second, and when that is no figure at all.
///
/// The one place that decides it: text that a server, or whatever stands before it, sends in one piece says nothing of how fast it was made.
package enum StreamRate {
  /// Below it, in seconds, the time is that of reading what was there already.
  package static var leastSpan: Double { 0.01 }

  /// - Returns: `nil` where nothing came, or all of it within less than ``leastSpan``.
  package static func perSecond(_ count: Int, over seconds: Double) -> Double? {
    guard count > 0, seconds >= leastSpan else { return nil }
    return Double(count) / seconds
  }

  /// The same from the first of several to the last, which may be one moment.
  package static func perSecond(
    _ count: Int,
    from first: MonotonicTime,
    to last: MonotonicTime
  ) -> Double? {
    last > first ? perSecond(count, over: last.seconds(since: first)) : nil
  }
}
