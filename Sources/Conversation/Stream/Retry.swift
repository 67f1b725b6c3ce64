/// A further attempt that was decided on.
package struct Retry: Sendable, Hashable {
  /// The attempt that will start: 2 or 3.
  package var attempt: Int
  /// When it starts.
  package var time: MonotonicTime
  /// Why the attempt before it failed.
  package var reason: ReplyError

  package init(attempt: Int, time: MonotonicTime, reason: ReplyError) {
    self.attempt = attempt
    self.time = time
    self.reason = reason
  }
}
