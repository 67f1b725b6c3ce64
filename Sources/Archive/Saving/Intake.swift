import Conversation
import GRDB

/// Takes one conversation in from elsewhere.
struct Intake {
  let turn: WriteTurn
  let conversation: StoredConversation

  func take() throws -> Taken {
    if let origin = conversation.record.origin, let number = try number(ofOrigin: origin) {
      let isSame = try RecordRow.number(of: conversation.record.id, in: turn.db) == number
      if !isSame { return Taken(number: number, newMessages: 0, isNew: false) }
    }
    let known = try RecordRow.number(of: conversation.record.id, in: turn.db)
    let keys = known.map { KeyFinder(db: turn.db, conversation: $0) }
    let new = try conversation.messages.filter { message in
      if case .there = try keys?.place(of: message.key) { false } else { true }
    }
    let newest = conversation.messages.map(\.created).max() ?? conversation.record.created
    var changes = ConversationChanges(id: conversation.record.id, moment: newest)
    changes.messages = new.map { message in
      var message = message
      if message.reply != nil, message.reply?.ending == nil { message.interrupt() }
      return .added(message)
    }
    if known == nil {
      changes.record = conversation.record
      changes.view = conversation.view
    }
    let number =
      try ConversationWriter(turn: turn, changes: changes, isTakenIn: true)
      .write()?.number ?? known ?? 0
    return Taken(number: number, newMessages: new.count, isNew: known == nil)
  }

  private func number(ofOrigin origin: String) throws -> Int64? {
    try Int64.fetchOne(
      turn.db,
      sql: "SELECT number FROM conversation WHERE origin = ?",
      arguments: [origin]
    )
  }
}
