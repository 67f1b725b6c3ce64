import Conversation
import GRDB

/// Reads one whole conversation.
///
/// A reply without an ending streams in some weir, or did when that one ended: then it is an interrupted one.
struct ConversationReader {
  let db: Database
  /// Whether a reply was found whose program is gone.
  private(set) var hasInterrupted = false

  init(_ db: Database) {
    self.db = db
  }

  mutating func read(
    where condition: String,
    _ arguments: StatementArguments
  ) throws
    -> StoredConversation?
  {
    let row = try Row.fetchOne(
      db,
      sql: "SELECT \(RecordRow.columns) FROM conversation WHERE \(condition)",
      arguments: arguments
    )
    guard let row, let record = RecordRow.record(of: row) else { return nil }
    let number = row.integerIfAny("number") ?? 0
    var conversation = StoredConversation(record: record, messages: try messages(of: number))
    conversation.view = row.textIfAny("view")
    conversation.number = number
    return conversation
  }

  private mutating func messages(of number: Int64) throws -> [StoredMessage] {
    let attachments = try attachments(of: number)
    let pieces = try Pieces(of: number, in: db)
    var messages: [StoredMessage] = []
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT * FROM message WHERE conversation = ? ORDER BY key",
      arguments: [number]
    )
    while let row = try rows.next() {
      guard var message = MessageRow.message(of: row) else { continue }
      message.attachments = attachments[message.key] ?? []
      pieces.complete(&message)
      if let writer = row.textIfAny("writer"), !ProcessMark.isAlive(writer) {
        message.interrupt()
        hasInterrupted = true
      }
      messages.append(message)
    }
    return messages
  }

  private func attachments(of number: Int64) throws -> [MessageKey: [AttachedFile]] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT attachment.* FROM attachment JOIN message ON message.key = attachment.message
        WHERE message.conversation = ? ORDER BY attachment.message, attachment.place
        """,
      arguments: [number]
    )
    return rows.reduce(into: [:]) { files, row in
      guard let key = row.key("message") else { return }
      files[key, default: []].append(AttachmentRow.file(of: row))
    }
  }
}
