/// A conversation as a line of a list.
package struct ConversationSummary: Sendable, Hashable {
  package var number: Int64
  package var record: ConversationRecord
  /// When something was last said, received or changed.
  package var updated: WallTime
  /// Without pruned ones.
  package var messageCount: Int
  /// The preset of its newest reply; `nil` where there is none.
  package var preset: String?
  /// The beginning of its newest message, on one line.
  package var preview: String

  package init(
    number: Int64,
    record: ConversationRecord,
    updated: WallTime,
    messageCount: Int,
    preset: String?,
    preview: String
  ) {
    self.number = number
    self.record = record
    self.updated = updated
    self.messageCount = messageCount
    self.preset = preset
    self.preview = preview
  }
}
