import Conversation
import GRDB

extension ArchiveRequest<[CountedVote]> {
  /// All votes on turns that were not taken out, or those of conversations with a tag alone; the oldest first.
  package static func votes(tag: String? = nil) -> Self {
    .reading { turn in
      guard try turn.db.hasVotes() else { return [] }
      let tags = try Row.fetchAll(turn.db, sql: "SELECT * FROM tag ORDER BY conversation, place")
        .reduce(into: [Int64: [String]]()) { tags, row in
          tags[row.integerIfAny("conversation") ?? 0, default: []].append(row.text("name"))
        }
      let rows = try Row.fetchCursor(
        turn.db,
        sql: """
          SELECT vote.*, message.conversation AS conversation
          FROM vote JOIN message ON message.key = vote.message
          WHERE NOT message.hidden ORDER BY vote.created, vote.message, vote.judge, vote.rubric
          """
      )
      var votes: [CountedVote] = []
      while let row = try rows.next() {
        let conversation = row.integerIfAny("conversation") ?? 0
        let own = tags[conversation] ?? []
        guard let vote = VoteRow.vote(of: row), tag.map(own.contains) ?? true else { continue }
        votes.append(CountedVote(vote: vote, tags: own, conversation: conversation))
      }
      return votes
    }
  }
}
