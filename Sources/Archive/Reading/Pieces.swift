import Conversation
import GRDB

/// What streaming replies received since their rows were written.
struct Pieces {
  private var growths: [MessageKey: ReplyGrowth] = [:]

  /// Those of one conversation.
  init(of conversation: Int64, in db: Database) throws {
    try self.init(.init(condition: "message.conversation = ?", arguments: [conversation]), in: db)
  }

  /// Those of some messages.
  init(_ part: ConversationReader.Part, in db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT piece.* FROM piece JOIN message ON message.key = piece.message
        WHERE \(part.condition) ORDER BY piece.number
        """,
      arguments: part.arguments
    )
    while let row = try rows.next() {
      guard let key = row.key("message") else { continue }
      growths[key, default: ReplyGrowth()].append(row)
    }
  }

  /// Adds to a message what it received.
  func complete(_ message: inout StoredMessage) {
    guard let growth = growths[message.key] else { return }
    message.content += growth.content
    message.reply?.reasoning += growth.reasoning
    message.reply?.refusal += growth.refusal
    message.reply?.marks += growth.marks
    let first = message.reply?.marks.first?.time
    if message.reply?.firstDelta == nil { message.reply?.firstDelta = first }
  }
}

extension ReplyGrowth {
  fileprivate mutating func append(_ row: Row) {
    content += row.text("content")
    reasoning += row.text("reasoning")
    refusal += row.text("refusal")
    marks += MarksBlob.marks(in: row.bytes("marks"))
  }
}

extension StoredMessage {
  /// Ends a reply whose program is gone: when the last of it came.
  mutating func interrupt() {
    reply?.ending = .interrupted
    let last = reply?.marks.last?.time
    if reply?.ended == nil { reply?.ended = last }
  }
}
