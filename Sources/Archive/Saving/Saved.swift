import Conversation

/// What became of changes that were saved.
package struct Saved: Sendable, Hashable {
  /// By which number people name each conversation of the changes.
  package var numbers: [ConversationID: Int64] = [:]
  /// Conversations that the archive does not hold, or not the messages that the changes build on, as when another weir
  /// has removed them.
  ///
  /// Nothing of the changes was kept. Whoever wants one there again sends it whole,
  /// with its record.
  package var unknown: Set<ConversationID> = []

  /// By conversation, messages whose keys something else had already, and the keys that they have in the archive.
  ///
  /// Whoever holds the conversation takes them over; else it reads these messages as new ones.
  package var renamed: [ConversationID: [MessageKey: MessageKey]] = [:]

  package init() {}

  /// Adds what became of later changes.
  mutating func merge(_ later: Saved) {
    numbers.merge(later.numbers) { _, new in new }
    renamed.merge(later.renamed) { old, new in old.merging(new) { _, new in new } }
    unknown = unknown.union(later.unknown).subtracting(later.numbers.keys)
  }
}
