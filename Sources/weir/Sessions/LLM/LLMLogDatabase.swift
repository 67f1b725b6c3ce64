import Archive
import Conversation
import Glibc
import Reports

/// The `logs.db` of the program `llm`, of any version, read conversation by conversation.
///
/// What is in memory is one conversation, and the numbers of the rows that older versions logged.
struct LLMLogDatabase {
  let database: ForeignDatabase
  /// The columns of each table; tables and columns differ from version to version.
  private var columns: [String: Set<String>] = [:]

  /// Whether a file that is open is a database.
  static func isDatabase(_ descriptor: Int32) -> Bool {
    var start = [UInt8](repeating: 0, count: 16)
    return pread(descriptor, &start, 16, 0) == 16 && start.elementsEqual("SQLite format 3\0".utf8)
  }

  init(path: String) throws {
    database = try ForeignDatabase(path: path)
    for table in [
      "threads", "turns", "messages", "parts", "part_fragments", "part_attachments",
      "conversations",
      "responses", "fragments", "prompt_fragments", "system_fragments", "attachments",
      "prompt_attachments", "tool_calls", "tool_results",
    ] + LLMFirstLog.names {
      columns[table] = try database.columns(of: table)
    }
    guard
      has("threads", "turns", "messages", "parts") || has("responses")
        || LLMFirstLog.names.contains(where: hasFirstLog)
    else {
      throw ImportError.otherDatabase(path)
    }
  }

  /// Takes each conversation as soon as it is read, threads first; what `take` throws ends the import.
  ///
  /// Damage and other programs' writing are said in the report, together with what was taken all the same.
  func read(_ take: ConversationImport.Taking) throws -> ImportReport {
    var report = ImportReport()
    do {
      var older = try LLMLogResponses(self, &report)
      if has("threads", "turns", "messages", "parts") {
        try readThreads(&older, &report, take)
      }
      try readConversations(older.conversations, older.rows, &report, take)
      for table in LLMFirstLog.names {
        let first = try LLMFirstLog(self, table: table, &report)
        try readConversations(first.chats, first.rows, &report, take)
      }
    } catch let trouble as ForeignTrouble {
      report.note(trouble.predicate)
    }
    return report
  }

  private func readConversations(
    _ conversations: [[ForeignValue]],
    _ rows: ([ForeignValue]) throws -> [LLMLogRow],
    _ report: inout ImportReport,
    _ take: ConversationImport.Taking
  ) throws {
    for numbers in conversations {
      try attempt("a conversation", &report) { report in
        let conversation = LLMLog.conversation(of: try rows(numbers), &report)
        if let conversation { try take(conversation) }
      }
    }
  }

  private func readThreads(
    _ older: inout LLMLogResponses,
    _ report: inout ImportReport,
    _ take: ConversationImport.Taking
  ) throws {
    var last = ForeignValue.integer(.min)
    while true {
      let sql = "SELECT rowid AS number FROM threads WHERE rowid > ? ORDER BY rowid LIMIT 500"
      let numbers = try database.rows(sql, last).map { $0["number"] }
      guard let end = numbers.last else { return }
      last = end
      for number in numbers {
        try attempt("a conversation", &report) { report in
          guard var thread = try thread(number) else { return }
          thread.earlier = try older.rows(older.removeConversation(thread.id))
          if let conversation = LLMLog.conversation(of: thread, &report) { try take(conversation) }
        }
      }
    }
  }

  /// Goes on with the next one where the file is damaged at this one.
  func attempt(
    _ what: String,
    _ report: inout ImportReport,
    _ body: (inout ImportReport) throws -> Void
  ) throws {
    do {
      try body(&report)
    } catch let trouble as ForeignTrouble where trouble.kind == .damaged {
      report.note("\(what) is not taken: the file \(trouble.predicate)")
    }
  }

  func has(_ tables: String...) -> Bool { tables.allSatisfy { columns[$0]?.isEmpty == false } }

  /// Whether a table has these columns.
  func has(_ names: Set<String>, in table: String) -> Bool {
    columns[table].map { names.isSubset(of: $0) } ?? false
  }

  /// The columns for a SELECT, with NULL for those that this version's table has not.
  ///
  /// Texts come as bytes, since SQLite's own end at a NUL.
  func select(_ names: [String], of table: String) -> String {
    names.map { name in
      columns[table]?.contains(name) == true
        ? "CAST(\(table).\"\(name)\" AS BLOB) AS \"\(name)\"" : "NULL AS \"\(name)\""
    }
    .joined(separator: ", ")
  }
}
