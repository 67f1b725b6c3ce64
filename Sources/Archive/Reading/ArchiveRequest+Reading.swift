import Conversation
import GRDB

extension ArchiveRequest<StoredConversation?> {
  /// The conversation that people know by this number.
  package static func load(number: Int64) -> Self { load(where: "number = ?", [number]) }

  package static func load(_ id: ConversationID) -> Self { load(where: "id = ?", [id.text]) }

  /// The one that was used last, if it is not archived.
  package static var loadNewest: Self {
    load(where: "archived = 0 ORDER BY updated DESC, number DESC LIMIT 1", [])
  }

  /// As ``load(_:)``, with no messages but those that were written after the conversation had this revision.
  package static func load(_ id: ConversationID, since revision: Int64) -> Self {
    load(where: "id = ?", [id.text], since: revision)
  }

  private static func load(
    where condition: String,
    _ arguments: [any DatabaseValueConvertible & Sendable],
    since revision: Int64? = nil
  ) -> Self {
    .reading { turn in
      var reader = ConversationReader(turn.db, since: revision)
      defer { turn.hasInterrupted = reader.hasInterrupted }
      return try reader.read(where: condition, StatementArguments(arguments))
    }
  }
}

extension ArchiveRequest<[Int64]> {
  /// The numbers of all conversations, archived ones too, in the order of the list.
  ///
  /// Read from an index alone, so that a conversation that is damaged does not hide the others.
  package static var numbers: Self {
    .reading { turn in
      try Int64.fetchAll(
        turn.db,
        sql: "SELECT number FROM conversation ORDER BY pinned DESC, updated DESC, number DESC"
      )
    }
  }
}

extension ArchiveRequest<[ConversationSummary]> {
  /// Conversations, pinned ones first, then the newest; `last` is the last line of the page before, `nil` begins.
  package static func list(
    _ filter: ConversationFilter = ConversationFilter(),
    after last: ConversationSummary? = nil,
    limit: Int
  ) -> Self {
    .reading { turn in
      try SummaryReader(filter: filter, last: last, limit: limit).read(turn.db)
    }
  }
}
