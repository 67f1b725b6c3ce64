/// A whole conversation as an archive or a file holds it.
package struct StoredConversation: Sendable, Hashable {
  package var record: ConversationRecord
  /// Pruned ones too; a parent may stand behind its child, and may be missing.
  package var messages: [StoredMessage]
  /// How it was last shown; `nil` when it never was.
  package var view: String?
  /// The archive's own number for it, which people type; `nil` when it comes from a file.
  package var number: Int64?
  /// The archive's clock when the conversation was last changed; `nil` when it comes from a file.
  package var revision: Int64?

  package init(record: ConversationRecord, messages: [StoredMessage]) {
    self.record = record
    self.messages = messages
  }
}
