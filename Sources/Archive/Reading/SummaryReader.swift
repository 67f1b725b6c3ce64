import Conversation
import GRDB

/// Reads conversations as lines of a list: pinned ones first, then the newest.
struct SummaryReader {
  let filter: ConversationFilter
  /// The last line of the page before.
  let last: ConversationSummary?
  let limit: Int

  func read(_ db: Database) throws -> [ConversationSummary] {
    let words = filter.text.lowercased().split(whereSeparator: \.isWhitespace)
    let (conditions, arguments) = conditions
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(RecordRow.columns), \(Self.derived) FROM conversation WHERE \(conditions)
        ORDER BY pinned DESC, updated DESC, number DESC
        """,
      arguments: arguments
    )
    var summaries: [ConversationSummary] = []
    while summaries.count < limit, let row = try rows.next() {
      guard let summary = Self.summary(of: row) else { continue }
      if words.allSatisfy({ summary.searched.contains($0) }) { summaries.append(summary) }
    }
    return summaries
  }

  private static let derived = """
    (SELECT count(*) FROM message
      WHERE message.conversation = conversation.number AND hidden = 0) AS messages,
    (SELECT preset FROM message WHERE message.conversation = conversation.number AND hidden = 0
      AND role = 'reply' ORDER BY key DESC LIMIT 1) AS preset,
    (SELECT substr(content, 1, 400) FROM message WHERE message.conversation = conversation.number
      AND hidden = 0 AND content <> '' ORDER BY key DESC LIMIT 1) AS preview
    """

  private var conditions: (String, StatementArguments) {
    var conditions = ["1"]
    var arguments = StatementArguments()
    func add(_ condition: String, _ values: [any DatabaseValueConvertible] = []) {
      conditions.append(condition)
      arguments += StatementArguments(values)
    }
    if !filter.showsArchived { add("archived = 0") }
    if let time = filter.olderThan { add("updated < ?", [time.milliseconds]) }
    if let tag = filter.tag {
      add("EXISTS (SELECT 1 FROM tag WHERE tag.conversation = number AND name = ?)", [tag])
    }
    if let preset = filter.preset {
      add(
        """
        EXISTS (SELECT 1 FROM message WHERE message.conversation = number AND hidden = 0
          AND preset = ?)
        """,
        [preset]
      )
    }
    if let last {
      add(
        "(pinned, updated, number) < (?, ?, ?)",
        [last.record.isPinned, last.updated.milliseconds, last.number]
      )
    }
    return (conditions.joined(separator: " AND "), arguments)
  }

  private static func summary(of row: Row) -> ConversationSummary? {
    guard let record = RecordRow.record(of: row) else { return nil }
    return ConversationSummary(
      number: row.integerIfAny("number") ?? 0,
      record: record,
      updated: row.time("updated"),
      messageCount: row.count("messages"),
      preset: row.textIfAny("preset"),
      preview: row.text("preview").onOneLine
    )
  }
}

extension ConversationSummary {
  fileprivate var searched: String {
    ([record.title, preset ?? "", preview] + record.tags).joined(separator: "\n").lowercased()
  }
}

extension String {
  /// The text with every run of white space as one space, none at its ends.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
