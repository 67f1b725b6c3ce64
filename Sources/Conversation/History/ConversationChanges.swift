/// What an archive is to take of one conversation, in one go or not at all.
package struct ConversationChanges: Sendable, Hashable {
  package var id: ConversationID
  /// `nil` where nothing of it has changed.
  package var record: ConversationRecord?
  package var messages: [MessageChange] = []
  /// How it was shown, in a form that only the workbench reads; `nil` where that has not changed.
  package var view: String?
  package var moment: WallTime
  /// Whether these are the record and all messages, so that a conversation that was removed comes back by them.
  package var isWhole = false

  package init(id: ConversationID, moment: WallTime) {
    self.id = id
    self.moment = moment
  }

  package var isEmpty: Bool { record == nil && messages.isEmpty && view == nil }
}
