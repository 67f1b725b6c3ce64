import Conversation
import GRDB

/// What is known of a conversation beside its messages, as rows of `conversation` and `tag`.
enum RecordRow {
  /// The columns that ``record(of:)`` reads.
  static let columns = """
    conversation.*, (SELECT json_group_array(CAST(name AS TEXT)) FROM
      (SELECT name FROM tag WHERE tag.conversation = conversation.number ORDER BY place)) AS tags
    """

  static func number(of id: ConversationID, in db: Database) throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT number FROM conversation WHERE id = ?")
    return try Int64.fetchOne(statement, arguments: [id.text])
  }

  /// Adds the conversation, or brings its record up to date.
  static func write(
    _ record: ConversationRecord,
    at moment: WallTime,
    in turn: WriteTurn
  ) throws {
    var columns = Columns()
    columns["id"] = record.id.text
    columns["title"] = record.title.column
    columns["title_source"] = record.titleSource.rawValue
    columns["created"] = record.created.milliseconds
    columns["system"] = record.system?.column
    columns["pinned"] = record.isPinned
    columns["archived"] = record.isArchived
    columns["forked_from"] = record.forkedFrom?.text
    columns["origin"] = try origin(of: record, in: turn.db)
    columns["revision"] = turn.revision
    if let number = try number(of: record.id, in: turn.db) {
      try columns.update("conversation", where: "number", is: number, in: turn)
      try writeTags(record.tags, of: number, in: turn)
    } else {
      columns["updated"] = moment.milliseconds
      try columns.insert(into: "conversation", in: turn)
      try writeTags(record.tags, of: turn.db.lastInsertedRowID, in: turn)
      try turn.run("DELETE FROM removed WHERE id = ?", [record.id.text])
    }
  }

  static func record(of row: Row) -> ConversationRecord? {
    guard let id = ConversationID(row.text("id")) else { return nil }
    var record = ConversationRecord(id: id, created: row.time("created"))
    record.title = row.text("title")
    record.titleSource = ConversationRecord.TitleSource(rawValue: row.text("title_source")) ?? .user
    record.system = row.textIfAny("system")
    record.tags = row.list("tags").compactMap(\.asText)
    record.isPinned = row.flag("pinned")
    record.isArchived = row.flag("archived")
    record.forkedFrom = row.textIfAny("forked_from").flatMap { ConversationID($0) }
    record.origin = row.textIfAny("origin")
    return record
  }

  /// Two conversations never have the same origin: the later one goes without.
  private static func origin(
    of record: ConversationRecord,
    in db: Database
  ) throws -> (any DatabaseValueConvertible)? {
    guard let origin = record.origin else { return nil }
    let taken = try Bool.fetchOne(
      db,
      sql: "SELECT EXISTS (SELECT 1 FROM conversation WHERE origin = ? AND id <> ?)",
      arguments: [origin, record.id.text]
    )
    return taken ?? false ? nil : origin
  }

  /// Gives a conversation these tags in place of its own.
  static func writeTags(_ tags: [String], of number: Int64, in turn: WriteTurn) throws {
    try turn.run("DELETE FROM tag WHERE conversation = ?", [number])
    for (place, name) in tags.enumerated() {
      try turn.run(
        "INSERT INTO tag (conversation, place, name) VALUES (?, ?, ?)",
        [number, place, name.column]
      )
    }
  }
}
