import Conversation
import GRDB

/// Carries out the changes of one conversation.
struct ConversationWriter {
  let turn: WriteTurn
  let changes: ConversationChanges

  /// Whether the changes are all that is known of the conversation, as from a file, and not what is new in it.
  var isTakenIn = false

  /// - Returns: The conversation's number; `nil` when it, or a message that the changes build on, is not there: then
  ///   nothing of them was kept.
  func write() throws -> Int64? {
    var number: Int64?
    try turn.db.inSavepoint {
      do {
        number = try carryOut()
      } catch is MessageWriter.Missing {
        number = nil
      }
      return number == nil ? .rollback : .commit
    }
    return number
  }

  private func carryOut() throws -> Int64? {
    if try !isTakenIn && !bringsFirstMessage && isRemoved() { return nil }
    if let record = changes.record { try RecordRow.write(record, at: changes.moment, in: turn) }
    guard let number = try RecordRow.number(of: changes.id, in: turn.db) else { return nil }
    if !changes.messages.isEmpty || changes.view != nil { try touch(number) }
    var messages = MessageWriter(turn: turn, conversation: number, bringing: changes.messages)
    messages.takesOrphans = isTakenIn
    for change in changes.messages { try messages.write(change) }
    try messages.finish()
    return number
  }

  /// What was removed elsewhere comes back whole, from a first message on, or not at all.
  private var bringsFirstMessage: Bool {
    changes.messages.contains { change in
      if case .added(let message) = change { message.parent == nil } else { false }
    }
  }

  private func isRemoved() throws -> Bool {
    let statement = try turn.db.cachedStatement(sql: "SELECT 1 FROM removed WHERE id = ?")
    return try Int.fetchOne(statement, arguments: [changes.id.text]) != nil
  }

  private func touch(_ number: Int64) throws {
    let isSaid = !changes.messages.isEmpty
    try turn.run(
      """
      UPDATE conversation SET view = coalesce(?, view), updated = max(updated, ?), revision = ?
      WHERE number = ?
      """,
      [
        changes.view?.column, isSaid ? changes.moment.milliseconds : 0, turn.revision, number,
      ]
    )
  }
}
