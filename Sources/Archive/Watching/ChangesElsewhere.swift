import Conversation

/// What other connections and programs have written.
package struct ChangesElsewhere: Sendable, Hashable {
  package var changed: Set<ConversationID> = []
  package var removed: Set<ConversationID> = []

  package init() {}

  package var isEmpty: Bool { changed.isEmpty && removed.isEmpty }
}
