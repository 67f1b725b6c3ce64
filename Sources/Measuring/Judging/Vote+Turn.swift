import Conversation

extension Vote {
  /// A vote on a turn as a tally counts it; `nil` where all answers are of one contestant.
  ///
  /// Of several answers by one contestant the one that was found the best speaks for it.
  package init?(_ vote: TurnVote) {
    let verdict: Verdict =
      switch vote.verdict {
      case .answer(let place): .winner(vote.answers[place].contestant)
      case .tie: .tie
      case .allBad: .allBad
      }
    self.init(vote.answers.map(\.contestant), verdict)
  }
}
