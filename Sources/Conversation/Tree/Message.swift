/// One node of a conversation: what the user said, a reply to it, or a note.
package struct Message: Sendable {
  package let id: MessageID
  /// Its name in the archive and in files; the archive gives another where something else has it, see
  /// ``MessageTree/rename(_:)``.
  package internal(set) var key: MessageKey
  package let role: MessageRole
  package let created: WallTime
  /// `nil` for a first message.
  package internal(set) var parent: MessageID?
  /// In the order of creation, pruned ones too; see ``MessageTree/children(of:)``.
  var allChildren: [MessageID] = []
  /// Whether this message, and with it all below, was taken out of the conversation.
  package internal(set) var isPruned = false
  /// The text as it was typed or received; untrusted when it is a reply.
  package var content: String
  /// The files that a user message took along, as they were sent; they are sent again with every later turn.
  package var attachments: [AttachedFile] = []
  /// Verdicts on the answers to what the user said, one of each voter, the oldest first.
  package internal(set) var votes: [TurnVote] = []
  /// What belongs to a reply only.
  package var reply: Reply?

  package var isReply: Bool { role == .reply }
  package var isNote: Bool { role == .note }
}
