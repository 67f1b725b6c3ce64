import Archive
import Reports

/// What versions of `llm` before 0.36 logged: one row a question, found by the conversation that it belongs to.
struct LLMLogResponses {
  private let logs: LLMLogDatabase
  /// The rows of each conversation, in their order; where it was taken, none.
  private(set) var conversations: [[ForeignValue]] = []
  private var places: [String: Int] = [:]
  /// The rows of `tool_calls` of each row: the table has no index for them.
  private var calls: [ForeignValue: [ForeignValue]] = [:]
  private var results: [ForeignValue: Int] = [:]

  init(_ logs: LLMLogDatabase, _ report: inout ImportReport) throws {
    self.logs = logs
    guard logs.has("responses") else { return }
    try findConversations(&report)
    if logs.has("tool_calls") {
      try forEachTool("tool_calls") { calls[$0, default: []].append($1) }
    }
    if logs.has("tool_results") {
      try forEachTool("tool_results") { row, _ in results[row, default: 0] += 1 }
    }
  }

  /// The rows of a conversation, which are then not among ``conversations`` any more.
  mutating func removeConversation(_ id: String) -> [ForeignValue] {
    guard let place = places[id] else { return [] }
    defer { conversations[place] = [] }
    return conversations[place]
  }

  func rows(_ numbers: [ForeignValue]) throws -> [LLMLogRow] { try numbers.compactMap(row) }

  private mutating func findConversations(_ report: inout ImportReport) throws {
    // A newer version may have taken rows over as turns.
    let isOlder =
      logs.has("turns") ? "NOT EXISTS (SELECT 1 FROM turns WHERE turns.id = responses.id)" : "1"
    let all = "SELECT rowid AS number FROM responses WHERE \(isOlder) ORDER BY id"
    let sql =
      "SELECT \(logs.select(["conversation_id"], of: "responses")) FROM responses WHERE rowid = ?"
    for number in try logs.database.rows(all).map({ $0["number"] }) {
      // Row by row, since what is damaged in one is in the way of this column.
      try logs.attempt("a question", &report) { _ in
        add(number, to: try logs.database.rows(sql, number).first?.text("conversation_id"))
      }
    }
  }

  private mutating func add(_ number: ForeignValue, to id: String?) {
    if let place = id.flatMap({ places[$0] }) {
      conversations[place].append(number)
    } else {
      if let id { places[id] = conversations.count }
      conversations.append([number])
    }
  }

  private func forEachTool(
    _ table: String,
    _ body: (ForeignValue, ForeignValue) -> Void
  ) throws {
    let sql = """
      SELECT responses.rowid AS row, \(table).rowid AS number
      FROM \(table) JOIN responses ON responses.id = \(table).response_id ORDER BY \(table).id
      """
    try logs.database.forEachRow(sql) { body($0["row"], $0["number"]) }
  }

  private func row(_ number: ForeignValue) throws -> LLMLogRow? {
    let names =
      [
        "id", "conversation_id", "model", "prompt", "system", "response", "datetime_utc",
        "reasoning",
      ]
      + ForeignRow.figureColumns
    let sql = "SELECT \(logs.select(names, of: "responses")) FROM responses WHERE rowid = ?"
    guard let found = try logs.database.rows(sql, number).first else { return nil }
    var row = LLMLogRow(
      id: found.text("id") ?? "row \(found.text("datetime_utc") ?? "")",
      conversationID: found.text("conversation_id"),
      model: found.text("model") ?? "",
      prompt: found.text("prompt") ?? "",
      response: found.text("response") ?? "",
      datetime: found.text("datetime_utc") ?? ""
    )
    row.system = found.text("system")
    row.figures = found.figures
    row.reasoning = found.text("reasoning")
    row.conversationName = try name(number)
    row.fragments = try fragments("prompt_fragments", number)
    row.systemFragments = try fragments("system_fragments", number)
    row.attachments = try attachments(number)
    row.toolCalls = try (calls[number] ?? []).compactMap(call)
    row.toolResults = results[number] ?? 0
    return row
  }

  private func name(_ number: ForeignValue) throws -> String? {
    guard logs.has("conversations") else { return nil }
    let sql = """
      SELECT \(logs.select(["name"], of: "conversations"))
      FROM responses JOIN conversations ON conversations.id = responses.conversation_id
      WHERE responses.rowid = ?
      """
    return try logs.database.rows(sql, number).first?.text("name")
  }

  private func fragments(_ links: String, _ number: ForeignValue) throws -> [String] {
    guard logs.has("fragments"), logs.has(links) else { return [] }
    return try linked("fragments", links, "fragment_id", ["content"], number)
      .map { $0.text("content") ?? "" }
  }

  private func attachments(_ number: ForeignValue) throws -> [LLMLogRow.Attachment] {
    guard logs.has("attachments", "prompt_attachments") else { return [] }
    let names = LLMLogAttachment.columns
    return try linked("attachments", "prompt_attachments", "attachment_id", names, number)
      .map(LLMLogAttachment.read)
  }

  private func linked(
    _ table: String,
    _ links: String,
    _ link: String,
    _ names: [String],
    _ number: ForeignValue
  ) throws -> [ForeignRow] {
    let sql = """
      SELECT \(logs.select(names, of: table))
      FROM responses JOIN \(links) ON \(links).response_id = responses.id
      JOIN \(table) ON \(table).id = \(links).\(link)
      WHERE responses.rowid = ? ORDER BY \(links)."order"
      """
    return try logs.database.rows(sql, number)
  }

  private func call(_ number: ForeignValue) throws -> LLMLogRow.Call? {
    let names = ["tool_call_id", "name", "arguments"]
    let sql = "SELECT \(logs.select(names, of: "tool_calls")) FROM tool_calls WHERE rowid = ?"
    return try logs.database.rows(sql, number).first.map { row in
      LLMLogRow.Call(
        id: row.text("tool_call_id"),
        name: row.text("name") ?? "",
        arguments: row.text("arguments") ?? ""
      )
    }
  }
}
