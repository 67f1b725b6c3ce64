import Conversation

/// How long after it was sent each delta was noted, from a reply whose words are the moments at which they left.
///
/// Both clocks are the same machine's `CLOCK_MONOTONIC`. In the delay is all that lies between: the sender's write, the kernel, the
/// wake-up of weir, libcurl and the reading of the event. So it is a bound on the error of the times that weir notes.
package struct ArrivalDelays: Sendable, Hashable {
  package let count: Int
  /// In milliseconds.
  package let percentiles: Percentiles

  /// The content has a word a delta, nanoseconds and a blank, and the marks are those of its deltas; `nil` for any other.
  package init?(content: String, marks: [Reply.Mark]) {
    let words = content.split(separator: " ")
    guard !words.isEmpty, words.count == marks.count else { return nil }
    var delays: [Double] = []
    for (word, mark) in zip(words, marks) {
      guard let sent = UInt64(word) else { return nil }
      delays.append(max(0, mark.time.milliseconds(since: MonotonicTime(nanoseconds: sent))))
    }
    guard let percentiles = Percentiles.of(sorted: delays.sorted()) else { return nil }
    count = delays.count
    self.percentiles = percentiles
  }
}
