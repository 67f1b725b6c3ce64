/// What a message is.
package enum MessageRole: String, Sendable, Hashable, CaseIterable {
  /// What the user said.
  case user
  /// An answer to it.
  case reply
  /// The user's own words about the conversation, which are never sent.
  case note
}
