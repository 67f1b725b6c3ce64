import Conversation
import GRDB

/// Carries out the changes of one conversation.
struct ConversationWriter {
  let turn: WriteTurn
  let changes: ConversationChanges

  /// Whether the changes are all that is known of the conversation, as from a file, and not what is new in it.
  var isTakenIn = false

  /// What was written: the conversation's number, and the keys that messages got in the place of theirs.
  typealias Written = (number: Int64, renamed: [MessageKey: MessageKey])

  /// - Returns: `nil` when the conversation, or a message that the changes build on, is not there: then nothing of
  ///   them was kept.
  func write() throws -> Written? {
    var written: Written?
    try turn.db.inSavepoint {
      do {
        written = try carryOut()
      } catch is MessageWriter.Missing {
        written = nil
      }
      return written == nil ? .rollback : .commit
    }
    return written
  }

  private func carryOut() throws -> Written? {
    // What was removed elsewhere comes back whole or not at all.
    if try !isTakenIn && !changes.isWhole && isRemoved() { return nil }
    if let record = changes.record { try RecordRow.write(record, at: changes.moment, in: turn) }
    guard let number = try RecordRow.number(of: changes.id, in: turn.db) else { return nil }
    if !changes.messages.isEmpty || changes.view != nil { try touch(number) }
    var messages = MessageWriter(turn: turn, conversation: number, bringing: changes.messages)
    messages.takesOrphans = isTakenIn
    for change in changes.messages { try messages.write(change) }
    try messages.finish()
    return (number, messages.renamed)
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
