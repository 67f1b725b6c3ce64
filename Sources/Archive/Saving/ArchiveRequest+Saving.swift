import Conversation

extension ArchiveRequest<Saved> {
  /// Carries out changes in their order; ``Archive/save(_:then:)`` also keeps them where that fails.
  static func save(_ changes: [ConversationChanges]) -> Self {
    .writing { turn in
      var saved = Saved()
      for changes in changes where !changes.isEmpty {
        if let number = try ConversationWriter(turn: turn, changes: changes).write() {
          saved.numbers[changes.id] = number
          saved.unknown.remove(changes.id)
        } else {
          saved.unknown.insert(changes.id)
        }
      }
      return saved
    }
  }
}
