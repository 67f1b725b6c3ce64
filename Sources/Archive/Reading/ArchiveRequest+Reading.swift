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

  private static func load(
    where condition: String,
    _ arguments: [any DatabaseValueConvertible & Sendable]
  ) -> Self {
    .reading { turn in
      var reader = ConversationReader(turn.db)
      defer { turn.hasInterrupted = reader.hasInterrupted }
      return try reader.read(where: condition, StatementArguments(arguments))
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
