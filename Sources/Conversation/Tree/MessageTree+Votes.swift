extension MessageTree {
  /// Keeps a vote on answers to a turn, in the place of one that the same voter gave before.
  ///
  /// The turns are what the answers that were compared reply to; lanes that go on from their own answers share its
  /// words and not its place. The vote stands at the first of them.
  package mutating func vote(_ vote: TurnVote, on turns: Set<MessageID>) {
    guard let first = turns.min() else { return }
    withdrawVote(of: vote.voter, on: turns)
    messages[first.rawValue].votes.append(vote)
    journal.rewrite(first)
  }

  /// Takes back what a voter said of the answers to a turn; the turns are as for ``vote(_:on:)``.
  package mutating func withdrawVote(of voter: TurnVote.Voter, on turns: Set<MessageID>) {
    for turn in turns where self[turn].votes.contains(where: { $0.voter == voter }) {
      messages[turn.rawValue].votes.removeAll { $0.voter == voter }
      journal.rewrite(turn)
    }
  }

  /// The votes on the answers to some turns.
  package func votes(on turns: some Sequence<MessageID>) -> [TurnVote] {
    turns.sorted().flatMap { self[$0].votes }
  }

  /// Takes the votes that are kept for a message.
  ///
  /// Where `isAllKept`, all votes here were kept before these were read, and what is not among them was taken back. Else
  /// one that is only here stays, and of two by one voter the later one.
  ///
  /// - Returns: Whether any was news.
  mutating func takeVotes(_ stored: [TurnVote], into index: Int, isAllKept: Bool) -> Bool {
    var votes = isAllKept ? [] : messages[index].votes
    for vote in stored {
      let place = votes.firstIndex { $0.voter == vote.voter }
      guard let place else {
        votes.append(vote)
        continue
      }
      if votes[place].moment < vote.moment { votes[place] = vote }
    }
    defer { messages[index].votes = votes }
    return votes != messages[index].votes
  }

  /// Follows the new key of an answer into the votes on it.
  mutating func renameInVotes(_ old: MessageKey, _ new: MessageKey) {
    // A vote on the answers of several lanes may stand at the turn of another, so it may be anywhere.
    for index in messages.indices where !messages[index].votes.isEmpty {
      messages[index].votes = messages[index].votes.map { vote in
        vote.renaming { $0 == old ? new : $0 }
      }
    }
  }
}
