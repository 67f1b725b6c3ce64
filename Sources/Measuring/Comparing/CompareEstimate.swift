import Conversation

/// How long a comparison will still take, by how fast answers have come so far.
package struct CompareEstimate: Sendable {
  private let begin: MonotonicTime
  /// How many answers had come when the last one did, and when that was.
  private var last: (answered: Int, time: MonotonicTime)

  package init(begin: MonotonicTime) {
    self.begin = begin
    last = (0, begin)
  }

  /// Takes how many answers have come by now; those that were there before do not count.
  package mutating func note(answered: Int, at now: MonotonicTime) {
    if answered != last.answered { last = (answered, now) }
  }

  /// By all answers up to the last one, and less by the time since: while a slow server is waited for, it does not rise.
  ///
  /// - Returns: `nil` before the first answer, and once the next one is later than that.
  package func secondsLeft(for count: Int, at now: MonotonicTime) -> Double? {
    guard last.answered > 0 else { return nil }
    let each = last.time.seconds(since: begin) / Double(last.answered)
    let left = each * Double(count) - now.seconds(since: last.time)
    return left > 0 ? left : nil
  }
}
