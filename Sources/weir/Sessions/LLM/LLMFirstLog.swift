import Archive
import Conversation
import Reports

/// What the first versions of `llm` logged: one row a question in `log`, which 0.5 renamed to `logs` and left where it was.
///
/// Later questions of a chat name the row of its first one; rows are called by their number and time, which stay when a
/// newer version changes the table.
struct LLMFirstLog {
  /// What the table was called in turn.
  static let names = ["log", "logs"]

  private let logs: LLMLogDatabase
  private let table: String
  /// The rows of each chat, in their order.
  private(set) var chats: [[ForeignValue]] = []

  /// - Parameters:
  ///   - logs: The database.
  ///   - table: One of ``names``.
  ///   - report: Says which rows are damaged.
  /// - Throws: What the database is in trouble with, but for damage.
  init(_ logs: LLMLogDatabase, table: String, _ report: inout ImportReport) throws {
    self.logs = logs
    self.table = table
    guard logs.hasFirstLog(table) else { return }
    var places: [Int: Int] = [:]
    let all = "SELECT rowid AS number FROM \(table) ORDER BY rowid"
    let sql = "SELECT \(logs.select(["chat_id"], of: table)) FROM \(table) WHERE rowid = ?"
    for row in try logs.database.rows(all) {
      try logs.attempt("a question", &report) { _ in
        let chat = try logs.database.rows(sql, row["number"]).first?.number("chat_id")
        let name = chat ?? row.integer("number") ?? 0
        if let place = places[name] {
          chats[place].append(row["number"])
        } else {
          places[name] = chats.count
          chats.append([row["number"]])
        }
      }
    }
  }

  /// The questions of a chat and their answers.
  func rows(_ numbers: [ForeignValue]) throws -> [LLMLogRow] {
    var rows = try numbers.compactMap(row)
    let chat = rows.first?.id
    for index in rows.indices { rows[index].conversationID = chat }
    return rows
  }

  private func row(_ number: ForeignValue) throws -> LLMLogRow? {
    let names =
      ["model", "prompt", "system", "response", "timestamp", "datetime_utc"]
      + ForeignRow.figureColumns
    let sql = """
      SELECT rowid AS number, \(logs.select(names, of: table)) FROM \(table) WHERE rowid = ?
      """
    guard let found = try logs.database.rows(sql, number).first else { return nil }
    let datetime = found.text("datetime_utc") ?? found.text("timestamp") ?? ""
    var row = LLMLogRow(
      id: "log \(found.text("number") ?? "") \(datetime)",
      conversationID: nil,
      model: found.text("model") ?? "",
      prompt: found.text("prompt") ?? "",
      response: found.text("response") ?? "",
      datetime: datetime
    )
    row.system = found.text("system")
    row.figures = found.figures
    return row
  }
}

extension LLMLogDatabase {
  /// Whether there is such a table, and it is one of `llm`'s.
  func hasFirstLog(_ table: String) -> Bool {
    has(["model", "prompt", "response"], in: table)
  }
}
