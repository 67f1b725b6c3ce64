/// What counts of one answer of a comparison.
package struct AnswerFigures: Sendable, Hashable {
  package enum Outcome: Sendable, Hashable {
    case whole
    /// It came without its end.
    case incomplete
    case failed
  }

  package var outcome: Outcome
  /// Whether an attempt before it failed: its times are not comparable with those of others.
  package var isRetried = false
  package var ttftMilliseconds: Double?
  package var totalMilliseconds: Double?
  /// Tokens a second by the server's count.
  package var tokensPerSecond: Double?
  /// Where the server did not count.
  package var deltasPerSecond: Double?
  package var tokens: Int?
  package var cost: Double?
  package var bytes = 0
  /// Whether it contains what it should; `nil` where nothing was expected.
  package var isMet: Bool?

  package init(_ outcome: Outcome) {
    self.outcome = outcome
  }
}
