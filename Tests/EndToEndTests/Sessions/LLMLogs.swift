import GRDB

/// A `logs.db` as versions of the program `llm` make it, with what a test puts into it.
struct LLMLogs {
  private let queue: DatabaseQueue

  init(path: String, _ schemas: String...) throws {
    queue = try DatabaseQueue(path: path)
    for schema in schemas { try run(schema) }
  }

  func run(_ sql: String, _ arguments: StatementArguments = []) throws {
    try queue.write { db in
      if arguments.isEmpty {
        try db.execute(sql: sql)
      } else {
        try db.execute(sql: sql, arguments: arguments)
      }
    }
  }

  func close() throws { try queue.close() }

  /// The table of 0.2 and 0.3.
  static var earliest: String {
    """
    CREATE TABLE [log] ([provider] TEXT, [system] TEXT, [prompt] TEXT, [chat_id] TEXT, [response] TEXT, [model] TEXT,
      [timestamp] TEXT);
    """
  }

  /// What 0.4 and then 0.5 made of that table.
  static var renamedEarliest: String {
    """
    CREATE TABLE [logs] ([id] INTEGER PRIMARY KEY, [model] TEXT, [prompt] TEXT, [system] TEXT, [prompt_json] TEXT,
      [options_json] TEXT, [response] TEXT, [response_json] TEXT, [reply_to_id] INTEGER REFERENCES [logs]([id]),
      [chat_id] INTEGER REFERENCES [logs]([id]), [duration_ms] INTEGER, [datetime_utc] TEXT);
    INSERT INTO logs (id, model, prompt, system, response, chat_id, datetime_utc)
      SELECT rowid, model, prompt, system, response, chat_id, timestamp FROM log;
    DROP TABLE log;
    """
  }

  /// The tables of the first versions with conversations.
  static var first: String {
    """
    CREATE TABLE conversations (id TEXT PRIMARY KEY, name TEXT, model TEXT);
    CREATE TABLE responses (id TEXT PRIMARY KEY, model TEXT, prompt TEXT, system TEXT, prompt_json TEXT,
      options_json TEXT, response TEXT, response_json TEXT, conversation_id TEXT, duration_ms INTEGER,
      datetime_utc TEXT);
    """
  }

  /// What versions before 0.36 had beside them.
  static var later: String {
    """
    ALTER TABLE responses ADD COLUMN input_tokens INTEGER;
    ALTER TABLE responses ADD COLUMN output_tokens INTEGER;
    CREATE TABLE attachments (id TEXT PRIMARY KEY, type TEXT, path TEXT, url TEXT, content BLOB);
    CREATE TABLE prompt_attachments (response_id TEXT, attachment_id TEXT, "order" INTEGER);
    CREATE TABLE fragments (id INTEGER PRIMARY KEY, hash TEXT, content TEXT);
    CREATE TABLE prompt_fragments (response_id TEXT, fragment_id INTEGER, "order" INTEGER);
    CREATE TABLE system_fragments (response_id TEXT, fragment_id INTEGER, "order" INTEGER);
    CREATE TABLE tool_calls (id INTEGER PRIMARY KEY, response_id TEXT, name TEXT, arguments TEXT,
      tool_call_id TEXT);
    CREATE TABLE tool_results (id INTEGER PRIMARY KEY, response_id TEXT, output TEXT);
    """
  }

  /// The tables of 0.36.
  static var threads: String {
    """
    CREATE TABLE messages (hash TEXT PRIMARY KEY, parent_hash TEXT, role TEXT);
    CREATE TABLE parts (id INTEGER PRIMARY KEY, message_hash TEXT, position INTEGER, type TEXT, text TEXT,
      payload TEXT);
    CREATE TABLE part_attachments (part_id INTEGER, attachment_id TEXT, "order" INTEGER);
    CREATE TABLE part_fragments (part_id INTEGER, fragment_id INTEGER, "order" INTEGER);
    CREATE TABLE threads (id TEXT PRIMARY KEY, name TEXT, tip_message_hash TEXT, datetime_utc TEXT);
    CREATE TABLE turns (id TEXT PRIMARY KEY, thread_id TEXT, parent_message_hash TEXT, tip_message_hash TEXT,
      model TEXT, resolved_model TEXT, options_json TEXT, input_tokens INTEGER, output_tokens INTEGER,
      duration_ms INTEGER, datetime_utc TEXT);
    """
  }

  /// A message of one text.
  func say(_ hash: String, _ parent: String?, _ role: String, _ text: String) throws {
    try run("INSERT INTO messages VALUES (?, ?, ?)", [hash, parent, role])
    try run(
      "INSERT INTO parts (message_hash, position, type, text) VALUES (?, 0, 'text', ?)",
      [hash, text]
    )
  }

  func thread(_ id: String, tip: String) throws {
    try run("INSERT INTO threads VALUES (?, '', ?, '2026-01-02 03:04:05+00:00')", [id, tip])
  }

  func turn(_ id: String, of thread: String, _ parent: String?, _ tip: String) throws {
    try run(
      """
      INSERT INTO turns (id, thread_id, parent_message_hash, tip_message_hash, model, datetime_utc)
      VALUES (?, ?, ?, ?, 'echo-1', '2026-01-02T03:04:05+00:00')
      """,
      [id, thread, parent, tip]
    )
  }

  func response(
    _ id: String,
    _ conversation: String?,
    _ prompt: (any DatabaseValueConvertible)?,
    _ response: (any DatabaseValueConvertible)?
  ) throws {
    try run(
      """
      INSERT INTO responses (id, conversation_id, model, prompt, response, datetime_utc)
      VALUES (?, ?, 'echo-1', ?, ?, '2025-01-02T03:04:05')
      """,
      [id, conversation, prompt, response]
    )
  }
}
