/// A verdict on the answers to one turn, with what it takes to know later what was compared.
///
/// It stands at what the user said, and goes where that goes. Of each voter there is one a turn.
package struct TurnVote: Sendable, Hashable {
  package enum Verdict: Sendable, Hashable {
    /// The answer at this place of those that were compared is the best.
    case answer(Int)
    case tie
    case allBad
  }

  package let voter: Voter
  /// In the order in which they stood; at least two.
  package let answers: [VotedAnswer]
  package let verdict: Verdict
  /// Why, in the user's words.
  package var note = ""
  /// Why, in a judge's words: one text for each time it was asked.
  package var reasons: [String] = []
  /// Whether the voter did not see whose the answers were.
  package var isBlind = false
  package let moment: WallTime

  /// `nil` for fewer than two answers, and for a verdict on none of them.
  package init?(_ verdict: Verdict, on answers: [VotedAnswer], by voter: Voter, at moment: WallTime)
  {
    guard answers.count > 1 else { return nil }
    if case .answer(let place) = verdict, !answers.indices.contains(place) { return nil }
    self.voter = voter
    self.answers = answers
    self.verdict = verdict
    self.moment = moment
  }

  /// The answer that was found the best.
  package var winner: VotedAnswer? {
    if case .answer(let place) = verdict { return answers[place] }
    return nil
  }

  /// The same vote on answers that are named anew.
  package func renaming(_ name: (MessageKey) -> MessageKey) -> TurnVote {
    let renamed = answers.map { answer in
      var answer = answer
      answer.reply = name(answer.reply)
      return answer
    }
    var vote = TurnVote(verdict, on: renamed, by: voter, at: moment) ?? self
    (vote.note, vote.reasons, vote.isBlind) = (note, reasons, isBlind)
    return vote
  }
}

extension TurnVote {
  /// Who gave a vote.
  package enum Voter: Sendable, Hashable {
    case user
    /// A preset, by a rubric of that name.
    case judge(preset: String, rubric: String)

    /// For people: `you`, or the preset and its rubric.
    package var name: String {
      switch self {
      case .user: "you"
      case .judge(let preset, let rubric): "\(preset) (\(rubric))"
      }
    }
  }
}

/// What an answer that was compared with others stood for.
package struct VotedAnswer: Sendable, Hashable {
  package var reply: MessageKey
  /// The name of the preset.
  package var preset: String
  package var model: String
  /// The parameters that were set for this comparison alone, as `name=value`; empty for none.
  package var difference: String

  package init(reply: MessageKey, preset: String, model: String, difference: String = "") {
    self.reply = reply
    self.preset = preset
    self.model = model
    self.difference = difference
  }

  /// Whom a tally counts it for: the preset, with what was set besides.
  package var contestant: String { difference.isEmpty ? preset : "\(preset) \(difference)" }
}
