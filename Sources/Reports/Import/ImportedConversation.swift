import Conversation

/// A conversation from a file.
///
/// A foreign one has a `record.origin`, by which an archive tells that it has it already; its id and the keys of its
/// messages follow from the origin, so that they are the same each time. Our own keep the id and the keys that they had.
package struct ImportedConversation: Sendable, Hashable {
  package var conversation: StoredConversation
  /// The last message of the path that was looked at; `nil` where the file does not say.
  package var leaf: MessageKey?

  package init(conversation: StoredConversation, leaf: MessageKey? = nil) {
    self.conversation = conversation
    self.leaf = leaf
  }
}
