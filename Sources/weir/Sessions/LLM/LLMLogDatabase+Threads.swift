import Archive
import Reports

extension LLMLogDatabase {
  /// The messages that belong to a thread: those at the tips of its turns and of itself, and all above them.
  private var above: String {
    """
    WITH RECURSIVE above(hash) AS (
      SELECT tip_message_hash FROM threads WHERE rowid = ?1
      UNION SELECT tip_message_hash FROM turns WHERE thread_id = (SELECT id FROM threads WHERE rowid = ?1)
      UNION SELECT parent_message_hash FROM turns WHERE thread_id = (SELECT id FROM threads WHERE rowid = ?1)
      UNION SELECT messages.parent_hash FROM messages JOIN above ON messages.hash = above.hash)
    """
  }

  /// The thread in a row, with all that belongs to it; `nil` where the row is gone by now.
  func thread(_ number: ForeignValue) throws -> LLMLogThread? {
    let names = ["id", "name", "tip_message_hash", "datetime_utc"]
    let sql = "SELECT \(select(names, of: "threads")) FROM threads WHERE rowid = ?"
    guard let row = try database.rows(sql, number).first else { return nil }
    var thread = LLMLogThread(
      id: row.text("id") ?? "",
      name: row.text("name"),
      datetime: row.text("datetime_utc") ?? "",
      tip: row.text("tip_message_hash")
    )
    thread.turns = try turns(number)
    thread.messages = try messages(number)
    if has("fragments", "part_fragments") {
      let rows = try related(
        "fragments",
        "part_fragments",
        "fragment_id",
        ["id", "content"],
        number
      )
      for row in rows { thread.fragments[row.integer("id") ?? 0] = row.text("content") ?? "" }
    }
    if has("attachments", "part_attachments") {
      let rows = try related(
        "attachments",
        "part_attachments",
        "attachment_id",
        LLMLogAttachment.columns,
        number
      )
      for row in rows { thread.attachments[row.text("id") ?? ""] = LLMLogAttachment.read(row) }
    }
    return thread
  }

  private func turns(_ number: ForeignValue) throws -> [LLMLogThread.Turn] {
    let names =
      ["parent_message_hash", "tip_message_hash", "model", "datetime_utc"]
      + ForeignRow.figureColumns
    let sql = """
      SELECT \(select(names, of: "turns")) FROM turns
      WHERE thread_id = (SELECT id FROM threads WHERE rowid = ?) ORDER BY id
      """
    return try database.rows(sql, number).map { row in
      var turn = LLMLogThread.Turn(
        parentHash: row.text("parent_message_hash"),
        tip: row.text("tip_message_hash") ?? "",
        model: row.text("model") ?? "",
        datetime: row.text("datetime_utc") ?? ""
      )
      turn.figures = row.figures
      return turn
    }
  }

  private func messages(_ number: ForeignValue) throws -> [LLMLogThread.Message] {
    var parts: [String: [LLMLogThread.Part]] = [:]
    let partNames = ["message_hash", "type", "text", "payload"]
    let partsQuery = """
      \(above) SELECT \(select(partNames, of: "parts"))
      FROM above JOIN parts ON parts.message_hash = above.hash ORDER BY parts.position
      """
    for row in try database.rows(partsQuery, number) {
      let part = LLMLogThread.Part(
        type: row.text("type") ?? "",
        text: row.text("text"),
        payload: row.text("payload")
      )
      parts[row.text("message_hash") ?? "", default: []].append(part)
    }
    let messagesQuery = """
      \(above) SELECT \(select(["hash", "parent_hash", "role"], of: "messages"))
      FROM above JOIN messages ON messages.hash = above.hash ORDER BY messages.rowid DESC
      """
    return try database.rows(messagesQuery, number).map { row in
      let hash = row.text("hash") ?? ""
      return LLMLogThread.Message(
        hash: hash,
        parentHash: row.text("parent_hash"),
        role: row.text("role") ?? "",
        parts: parts[hash] ?? []
      )
    }
  }

  /// The rows that the parts of a thread's messages name in another table.
  private func related(
    _ table: String,
    _ links: String,
    _ link: String,
    _ names: [String],
    _ number: ForeignValue
  ) throws -> [ForeignRow] {
    let sql = """
      \(above) SELECT \(select(names, of: table)) FROM \(table) WHERE id IN (
        SELECT \(link) FROM above JOIN parts ON parts.message_hash = above.hash
        JOIN \(links) ON \(links).part_id = parts.id)
      """
    return try database.rows(sql, number)
  }
}

extension ForeignRow {
  /// A number that was selected as bytes.
  func number(_ column: String) -> Int? { text(column).flatMap { Int($0) } }

  /// The columns that ``figures`` reads.
  static var figureColumns: [String] {
    ["resolved_model", "options_json", "input_tokens", "output_tokens", "duration_ms"]
  }

  var figures: LLMLogFigures {
    var figures = LLMLogFigures()
    figures.resolvedModel = text("resolved_model")
    figures.options = text("options_json")
    figures.inputTokens = number("input_tokens")
    figures.outputTokens = number("output_tokens")
    figures.durationMilliseconds = number("duration_ms")
    return figures
  }
}
