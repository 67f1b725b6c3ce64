import Conversation

/// What became of a conversation that was to be taken in from elsewhere.
package struct Taken: Sendable, Hashable {
  /// The number that people know it by, whether it was there before or not.
  package var number: Int64
  /// How many of its messages are new; 0 when all was there already.
  package var newMessages: Int
  /// Whether the conversation is.
  package var isNew: Bool
}
