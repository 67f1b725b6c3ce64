import Conversation

extension ArchiveRequest<Saved> {
  /// Carries out changes in their order; ``Archive/save(_:then:)`` also keeps them where that fails.
  static func save(_ changes: [ConversationChanges]) -> Self {
    .writing { turn in
      var saved = Saved()
      for changes in changes where !changes.isEmpty {
        if let written = try ConversationWriter(turn: turn, changes: changes).write() {
          saved.numbers[changes.id] = written.number
          saved.unknown.remove(changes.id)
          if !written.renamed.isEmpty {
            saved.renamed[changes.id, default: [:]].merge(written.renamed) { _, new in new }
          }
        } else if changes.record != nil || !changes.messages.isEmpty {
          // How a conversation was shown is not worth its coming back.
          saved.unknown.insert(changes.id)
        }
      }
      return saved
    }
  }
}

extension ArchiveRequest<[Taken]> {
  /// Takes conversations in from files or other programs, nothing twice.
  ///
  /// One that is there by its id gets the messages that it lacks; one that is there by its origin is left alone. A
  /// reply that has no ending will get none, and counts as interrupted.
  package static func take(_ conversations: [StoredConversation]) -> Self {
    .writing { turn in try conversations.map { try Intake(turn: turn, conversation: $0).take() } }
  }
}
