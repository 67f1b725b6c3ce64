/// A vote as archives and files keep it, before it is known to be one.
package struct KeptVote: Sendable {
  /// The name of the verdict's case.
  package var verdict: String
  package var winner: Int?
  package var answers: [JSONValue]
  /// The preset that judged; empty for the user.
  package var judge: String
  package var rubric: String
  package var reasons: [JSONValue]
  package var moment: WallTime

  package init(
    verdict: String,
    winner: Int?,
    answers: [JSONValue],
    judge: String,
    rubric: String,
    reasons: [JSONValue],
    moment: WallTime
  ) {
    self.verdict = verdict
    self.winner = winner
    self.answers = answers
    self.judge = judge
    self.rubric = rubric
    self.reasons = reasons
    self.moment = moment
  }
}

extension TurnVote {
  /// Reads what was kept; `nil` for an unknown verdict, and where one of the answers is none, since a winner is a place among all of them.
  package init?(_ kept: KeptVote) {
    let answers = kept.answers.compactMap(VotedAnswer.init(json:))
    guard let verdict = Verdict(name: kept.verdict, winner: kept.winner),
      answers.count == kept.answers.count
    else { return nil }
    let voter: Voter =
      kept.judge.isEmpty ? .user : .judge(preset: kept.judge, rubric: kept.rubric)
    self.init(verdict, on: answers, by: voter, at: kept.moment)
    reasons = kept.reasons.compactMap(\.asText)
  }
}
