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

  package init() {}

  /// Adds what became of later changes.
  mutating func merge(_ later: Saved) {
    numbers.merge(later.numbers) { _, new in new }
    unknown = unknown.union(later.unknown).subtracting(later.numbers.keys)
  }
}
