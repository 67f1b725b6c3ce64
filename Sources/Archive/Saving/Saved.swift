import Conversation

/// What became of changes that were saved.
package struct Saved: Sendable, Hashable {
  /// By which number people name each conversation of the changes.
  package var numbers: [ConversationID: Int64] = [:]
  /// Conversations that the archive does not hold, of which the changes brought no record, as when another
  /// weir has removed them; nothing of these changes was kept.
  package var unknown: Set<ConversationID> = []
  /// What others have changed meanwhile.
  package var elsewhere = ChangesElsewhere()

  package init() {}
}

/// What other connections and programs have written.
package struct ChangesElsewhere: Sendable, Hashable {
  package var changed: Set<ConversationID> = []
  package var removed: Set<ConversationID> = []

  package init() {}

  package var isEmpty: Bool { changed.isEmpty && removed.isEmpty }
}
