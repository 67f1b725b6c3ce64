/// One node of a conversation: what the user said, or a reply to it.
package struct Message: Sendable {
  package let id: MessageID
  /// `nil` for a first message.
  package let parent: MessageID?
  /// In the order of creation.
  package internal(set) var children: [MessageID] = []
  /// The text as it was typed or received; untrusted when it is a reply.
  package var content: String
  /// The files that a user message took along, as they were sent; they are sent again with every later turn.
  package var attachments: [AttachedFile] = []
  /// What belongs to a reply only; `nil` for a user message.
  package var reply: Reply?

  package var isReply: Bool { reply != nil }
}
