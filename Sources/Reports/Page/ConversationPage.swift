import Conversation

/// A conversation as a page.
struct ConversationPage {
  static let opening = ""
  static let closing = ""
  let text = ""

  init(_ conversation: StoredConversation, leaf: MessageKey?) {}
}
