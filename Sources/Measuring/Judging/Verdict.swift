/// What somebody says of the answers to one question.
package enum Verdict: Sendable, Hashable {
  /// The answer of this contestant is the best.
  case winner(String)
  /// They are as good as each other.
  case tie
  /// None is any good.
  case allBad
}

/// One verdict and whose answers it was about.
package struct Vote: Sendable, Hashable {
  /// Each once, in the order in which they were given.
  package let contestants: [String]
  package let verdict: Verdict

  /// `nil` with fewer than two contestants, or with a winner who is none of them.
  ///
  /// - Parameters:
  ///   - contestants: Several lanes of one name are one contestant, since a name cannot win over itself.
  ///   - verdict: Names one of them, if any.
  package init?(_ contestants: [String], _ verdict: Verdict) {
    var names: [String] = []
    for name in contestants where !names.contains(name) { names.append(name) }
    if case .winner(let name) = verdict, !names.contains(name) { return nil }
    guard names.count > 1 else { return nil }
    self.contestants = names
    self.verdict = verdict
  }
}
