import Conversation

/// What a judge has come to that was asked in each order.
package struct Judgement: Sendable, Hashable {
  package let verdict: TurnVote.Verdict
  /// What it said each time, in the order of ``JudgeOrder``; untrusted.
  package let reasons: [String]
  /// What it found each time, by the answers' own places.
  package let verdicts: [TurnVote.Verdict]
  /// Whether the two verdicts were not the same: then they say nothing of the answers, and it is a tie.
  package let isFlipped: Bool

  package init(given: JudgeReply, reversed: JudgeReply) {
    isFlipped = given.verdict != reversed.verdict
    verdict = isFlipped ? .tie : given.verdict
    verdicts = [given.verdict, reversed.verdict]
    reasons = [given.reasons, reversed.reasons]
  }

  /// What the judge said each time, with the order it was shown the answers in, since it names them by their places there.
  ///
  /// - Parameter count: How many answers there are.
  /// - Returns: A text for each time it was asked.
  package func accounts(of count: Int) -> [String] {
    zip(JudgeOrder.allCases, zip(verdicts, reasons)).map { order, said in
      let shown = (0..<count).map { "\(order.place($0, of: count) + 1)" }.joined(separator: ", ")
      let places = order == .given ? "" : " (which the judge calls 1, 2, \u{2026})"
      return "shown as \(shown)\(places): \(Self.words(of: said.0))\n\(said.1)"
    }
  }

  private static func words(of verdict: TurnVote.Verdict) -> String {
    switch verdict {
    case .answer(let place): "\(place + 1) is the best"
    case .tie: "a tie"
    case .allBad: "none is any good"
    }
  }
}
