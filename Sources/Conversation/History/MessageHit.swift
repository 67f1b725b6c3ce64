/// A message in which a search found what it looked for.
package struct MessageHit: Sendable, Hashable {
  package var conversation: ConversationID
  package var number: Int64
  package var title: String
  package var message: MessageKey
  package var role: MessageRole
  package var preset: String?
  package var created: WallTime
  /// A part of the text around what was found, on one line.
  package var excerpt: String
  /// What was found, in UTF-8 bytes of `excerpt`.
  package var found: [Range<Int>]

  package init(
    conversation: ConversationID,
    number: Int64,
    title: String,
    message: MessageKey,
    role: MessageRole,
    preset: String?,
    created: WallTime,
    excerpt: String,
    found: [Range<Int>]
  ) {
    self.conversation = conversation
    self.number = number
    self.title = title
    self.message = message
    self.role = role
    self.preset = preset
    self.created = created
    self.excerpt = excerpt
    self.found = found
  }
}
