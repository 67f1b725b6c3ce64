import Conversation

extension WorkbenchState {
  /// Shows what was said of the turn's answers, and why.
  mutating func openVotes() {
    let votes = votesOfTurn
    guard !votes.isEmpty else {
      let vote = keyMap.notation(for: .vote) ?? "/vote"
      status = StatusMessage(
        "there are no votes on this turn; \(vote) votes, /judge has a preset judge"
      )
      return
    }
    show(votes.map(text).joined(separator: "\n\n"), title: "votes on this turn")
  }

  /// Shows a text that can be scrolled and copied.
  mutating func show(_ text: String, title: String) {
    overlay = .output(CommandOutput(reading: text, title: title))
    layOutOutput()
  }

  private func text(of vote: TurnVote) -> String {
    let names = vote.answers.enumerated().map { "\($0 + 1) \($1.contestant)" }
    let verdict =
      switch vote.verdict {
      case .answer(let place): "\(place + 1) \(vote.answers[place].contestant) is the best"
      case .tie: "a tie"
      case .allBad: "none is any good"
      }
    var lines = [
      "\(vote.voter.name): \(verdict)",
      "of \(names.joined(separator: ", "))" + (vote.isBlind ? ", without names" : ""),
    ]
    if !vote.note.isEmpty { lines.append("because: \(vote.note)") }
    return (lines + vote.reasons.flatMap { ["", $0] }).joined(separator: "\n")
  }
}
