/// A vote as an archive gives it for a tally.
package struct CountedVote: Sendable, Hashable {
  package let vote: TurnVote
  /// Of the conversation, as they are now.
  package let tags: [String]
  /// The conversation's number.
  package let conversation: Int64

  package init(vote: TurnVote, tags: [String], conversation: Int64) {
    self.vote = vote
    self.tags = tags
    self.conversation = conversation
  }
}
