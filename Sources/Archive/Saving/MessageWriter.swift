import Conversation
import GRDB

/// Carries out changes of one conversation's messages.
struct MessageWriter {
  /// A message that a change builds on is not there.
  struct Missing: Error {}

  let turn: WriteTurn
  let conversation: Int64
  /// Parents need not be there: the changes are all that is known of them.
  var takesOrphans = false
  private let keys: KeyFinder
  /// The keys of messages that the changes bring.
  private let coming: Set<MessageKey>
  /// Messages whose key something else has, by the keys that they got instead.
  private(set) var renamed: [MessageKey: MessageKey] = [:]
  /// Where the message that was written last stands.
  private var last: (key: MessageKey, place: MessageKey)?
  private var hasMoved = false
  private var hasRecorded = false

  init(turn: WriteTurn, conversation: Int64, bringing changes: [MessageChange]) {
    self.turn = turn
    self.conversation = conversation
    keys = KeyFinder(db: turn.db, conversation: conversation)
    coming = Set(
      changes.compactMap { change in
        if case .added(let message) = change { message.key } else { nil }
      }
    )
  }

  /// - Throws: ``Missing`` where the change is of a message, or below one, that was removed.
  mutating func write(_ change: MessageChange) throws {
    switch change {
    case .added(let message):
      hasMoved = true
      let place = try keys.place(of: message).key
      if place != message.key { renamed[message.key] = place }
      last = (message.key, place)
      try put(message, at: place)
    case .rewritten(let message):
      guard case .there(let place) = try keys.place(of: message) else { throw Missing() }
      last = (message.key, place)
      try put(message, at: place)
    case .recorded(let key, let log):
      guard let place = try reply(key) else { return }
      try RecordingRow.write(log, of: place, in: turn)
      hasRecorded = true
    case .grew(let key, let growth): try append(growth, to: key)
    case .placed(let key, let parent, let isPruned):
      hasMoved = true
      guard case .there(let place) = try keys.place(of: key) else { throw Missing() }
      try turn.run(
        "UPDATE message SET parent = ?, pruned = ?, revision = ? WHERE key = ?",
        [
          try parent.map(find)?.rawValue, isPruned, turn.revision,
          (renamed[key] ?? place).rawValue,
        ]
      )
    }
  }

  /// Brings in order what depends on more than one message.
  func finish() throws {
    if hasRecorded { try RecordingRow.dropOldestBytes(in: turn) }
    if hasMoved { try findHidden() }
  }

  /// Finds anew which messages are pruned along with another, where any is.
  private func findHidden() throws {
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

  private func put(_ message: StoredMessage, at place: MessageKey) throws {
    var message = message
    message.key = place
    message.parent = try message.parent.map(find)
    try MessageRow.columns(of: message, in: conversation, turn: turn)
      .upsert(into: "message", key: "key", in: turn)
    let key = place.rawValue
    try turn.run("DELETE FROM piece WHERE message = ?", [key])
    try turn.run("DELETE FROM attachment WHERE message = ?", [key])
    for (place, file) in message.attachments.enumerated() {
      try AttachmentRow.write(file, at: place, of: key, in: turn)
    }
    try turn.run("DELETE FROM vote WHERE message = ?", [key])
    for vote in message.votes {
      try VoteRow.write(vote.renaming { renamed[$0] ?? $0 }, of: key, in: turn)
    }
  }

  private func append(_ growth: ReplyGrowth, to key: MessageKey) throws {
    var place = try keys.place(of: key, where: "writer = ?", [turn.writer.text])
    // Another program may have taken this one for gone, and put the reply in order.
    if case .free = place { place = try keys.place(of: key) }
    guard case .there(let found) = place else { throw Missing() }
    try turn.run(
      "INSERT INTO piece (message, content, reasoning, refusal, marks) VALUES (?, ?, ?, ?, ?)",
      [
        found.rawValue, growth.content.column, growth.reasoning.column, growth.refusal.column,
        MarksBlob.column(growth.marks),
      ]
    )
    try turn.run(
      "UPDATE message SET revision = ?, sent_ns = coalesce(?, sent_ns) WHERE key = ?",
      [turn.revision, growth.sent.map { Int64(bitPattern: $0.nanoseconds) }, found.rawValue]
    )
  }

  /// The key of a reply; `nil` where it is gone.
  private func reply(_ key: MessageKey) throws -> MessageKey? {
    if let last, last.key == key { return last.place }
    guard case .there(let place) = try keys.place(of: key, where: "role = 'reply'") else {
      return nil
    }
    return place
  }

  /// The key of a message that another stands below.
  private func find(_ key: MessageKey) throws -> MessageKey {
    if let renamed = renamed[key] { return renamed }
    let place = try keys.place(of: key)
    if case .free = place, !takesOrphans, !coming.contains(key) { throw Missing() }
    return place.key
  }
}
