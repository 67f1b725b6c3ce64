import Conversation
import GRDB

/// Reads one conversation, whole or what was written since it was read.
///
/// A reply without an ending streams in some weir, or did when that one ended: then it is an interrupted one.
struct ConversationReader {
  let db: Database
  /// The revision after which messages are read; `nil` reads all.
  let revision: Int64?
  /// Whether a reply was found whose program is gone.
  private(set) var hasInterrupted = false

  init(_ db: Database, since revision: Int64? = nil) {
    self.db = db
    self.revision = revision
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
    let part = try part(of: number)
    var conversation = StoredConversation(record: record, messages: try messages(part))
    conversation.view = row.textIfAny("view")
    conversation.number = number
    conversation.revision = row.integerIfAny("revision")
    return conversation
  }

  /// Which messages are read: a condition on rows of `message`, and its arguments.
  struct Part {
    let condition: String
    let arguments: StatementArguments
  }

  private func part(of number: Int64) throws -> Part {
    // A file of the first form, which nothing was written into yet, knows no revisions of messages.
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard let revision, version > 1 else {
      return Part(condition: "message.conversation = ?", arguments: [number])
    }
    return Part(
      condition: "message.conversation = ? AND message.revision > ?",
      arguments: [number, revision]
    )
  }

  private mutating func messages(_ part: Part) throws -> [StoredMessage] {
    let attachments = try attachments(part)
    let votes = try votes(part)
    let pieces = try Pieces(part, in: db)
    var messages: [StoredMessage] = []
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT * FROM message WHERE \(part.condition) ORDER BY key",
      arguments: part.arguments
    )
    var snapshots = PresetSnapshots()
    while let row = try rows.next() {
      guard var message = MessageRow.message(of: row, &snapshots) else { continue }
      message.attachments = attachments[message.key] ?? []
      message.votes = votes[message.key] ?? []
      pieces.complete(&message)
      if let writer = row.textIfAny("writer"), !ProcessMark.isAlive(writer) {
        message.interrupt()
        hasInterrupted = true
      }
      messages.append(message)
    }
    return messages
  }

  private func votes(_ part: Part) throws -> [MessageKey: [TurnVote]] {
    guard try db.hasVotes() else { return [:] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT vote.* FROM vote JOIN message ON message.key = vote.message
        WHERE \(part.condition) ORDER BY vote.message, vote.created, vote.judge, vote.rubric
        """,
      arguments: part.arguments
    )
    return rows.reduce(into: [:]) { votes, row in
      guard let key = row.key("message"), let vote = VoteRow.vote(of: row) else { return }
      votes[key, default: []].append(vote)
    }
  }

  private func attachments(_ part: Part) throws -> [MessageKey: [AttachedFile]] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT attachment.* FROM attachment JOIN message ON message.key = attachment.message
        WHERE \(part.condition) ORDER BY attachment.message, attachment.place
        """,
      arguments: part.arguments
    )
    return rows.reduce(into: [:]) { files, row in
      guard let key = row.key("message") else { return }
      files[key, default: []].append(AttachmentRow.file(of: row))
    }
  }
}
