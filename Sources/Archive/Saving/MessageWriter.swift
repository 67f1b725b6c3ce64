import Conversation
import GRDB

/// Carries out changes of one conversation's messages.
struct MessageWriter {
  let turn: WriteTurn
  let conversation: Int64
  /// Messages whose key another conversation has, by the keys that they got instead.
  private var renamed: [MessageKey: MessageKey] = [:]
  private var hasMoved = false

  init(turn: WriteTurn, conversation: Int64) {
    self.turn = turn
    self.conversation = conversation
  }

  mutating func write(_ change: MessageChange) throws {
    switch change {
    case .added(let message):
      hasMoved = true
      try put(message)
    case .rewritten(let message): try put(message)
    case .grew(let key, let growth): try append(growth, to: key)
    case .placed(let key, let parent, let isPruned):
      hasMoved = true
      try turn.run(
        "UPDATE message SET parent = ?, pruned = ? WHERE key = ? AND conversation = ?",
        [parent.map { name($0).rawValue }, isPruned, name(key).rawValue, conversation]
      )
    }
  }

  /// Finds anew which messages are pruned along with another, where any is.
  func finish() throws {
    guard hasMoved else { return }
    let isPruned = try Bool.fetchOne(
      turn.db,
      sql: "SELECT EXISTS (SELECT 1 FROM message WHERE conversation = ? AND (pruned OR hidden))",
      arguments: [conversation]
    )
    guard isPruned ?? false else { return }
    try turn.run(
      """
      WITH RECURSIVE gone (key) AS (
        SELECT key FROM message WHERE conversation = ?1 AND pruned
        UNION
        SELECT message.key FROM message JOIN gone ON message.parent = gone.key
        WHERE message.conversation = ?1
      )
      UPDATE message SET hidden = key IN gone
      WHERE conversation = ?1 AND hidden <> (key IN gone)
      """,
      [conversation]
    )
  }

  private mutating func put(_ message: StoredMessage) throws {
    var message = message
    message.key = try claim(message.key)
    message.parent = message.parent.map(name)
    try MessageRow.columns(of: message, in: conversation, writer: turn.writer)
      .upsert(into: "message", key: "key", in: turn)
    let key = message.key.rawValue
    try turn.run("DELETE FROM piece WHERE message = ?", [key])
    try turn.run("DELETE FROM attachment WHERE message = ?", [key])
    for (place, file) in message.attachments.enumerated() {
      try AttachmentRow.write(file, at: place, of: key, in: turn)
    }
  }

  private func append(_ growth: ReplyGrowth, to key: MessageKey) throws {
    try turn.run(
      """
      INSERT INTO piece (message, content, reasoning, refusal, marks)
      SELECT key, ?, ?, ?, ? FROM message WHERE key = ? AND conversation = ?
      """,
      [
        growth.content.column, growth.reasoning.column, growth.refusal.column,
        MarksBlob.column(growth.marks), name(key).rawValue, conversation,
      ]
    )
  }

  private func name(_ key: MessageKey) -> MessageKey { renamed[key] ?? key }

  /// The key itself, or the next free one where a message of another conversation has it.
  private mutating func claim(_ key: MessageKey) throws -> MessageKey {
    var free = name(key)
    while let owner = try owner(of: free), owner != conversation {
      free = MessageKey(free.rawValue &+ 1)
    }
    if free != key { renamed[key] = free }
    return free
  }

  private func owner(of key: MessageKey) throws -> Int64? {
    let sql = "SELECT conversation FROM message WHERE key = ?"
    return try Int64.fetchOne(turn.db.cachedStatement(sql: sql), arguments: [key.rawValue])
  }
}
