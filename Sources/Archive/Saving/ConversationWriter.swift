import Conversation
import GRDB

/// Carries out the changes of one conversation.
struct ConversationWriter {
  let turn: WriteTurn
  let changes: ConversationChanges

  /// - Returns: The conversation's number; `nil` when it is unknown and the changes bring no record.
  func write() throws -> Int64? {
    if let record = changes.record { try RecordRow.write(record, at: changes.moment, in: turn) }
    guard let number = try RecordRow.number(of: changes.id, in: turn.db) else { return nil }
    if !changes.messages.isEmpty || changes.view != nil { try touch(number) }
    var messages = MessageWriter(turn: turn, conversation: number)
    for change in changes.messages { try messages.write(change) }
    try messages.finish()
    return number
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
