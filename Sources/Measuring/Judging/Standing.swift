/// How one contestant fared in votes.
///
/// A comparison is one contestant against one other in one vote. Who wins a vote of several wins over each of the others, of
/// whom nothing more is known; a tie is one between each two. The rate counts a tie as half a win, and so it does a vote that
/// found all bad, as Chatbot Arena does (Chiang et al. 2024, "Chatbot Arena: An Open Platform for Evaluating LLMs by
/// Human Preference").
package struct Standing: Sendable, Hashable {
  package let name: String
  /// In how many votes it took part.
  package internal(set) var votes = 0
  /// In how many of them all were found bad.
  package internal(set) var bad = 0
  /// Comparisons won, lost and tied.
  package internal(set) var wins = 0
  package internal(set) var losses = 0
  package internal(set) var ties = 0

  init(name: String) {
    self.name = name
  }

  package var comparisons: Int { wins + losses + ties }

  /// The part of the comparisons that were won, 0...1; `nil` before the first.
  package var winRate: Double? {
    comparisons > 0 ? (Double(wins) + Double(ties) / 2) / Double(comparisons) : nil
  }

  /// Where the rate lies with a confidence of 95 %.
  ///
  /// As wide as the votes alone make it: the comparisons of one vote are not independent of each other.
  package var interval: ClosedRange<Double> {
    WilsonInterval.range(rate: winRate ?? 0.5, of: votes)
  }
}
