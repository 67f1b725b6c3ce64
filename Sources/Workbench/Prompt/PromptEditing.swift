import Conversation

/// What Enter does with the text in the prompt, where that is no new message.
package enum PromptEditing: Sendable, Hashable {
  /// Sends it as a sibling of a message of the user's.
  case message(MessageID)
  /// Keeps it as a sibling of a reply, in the user's own words.
  case reply(MessageID)
  /// Keeps it in place of a note.
  case note(MessageID)
  /// Keeps it as a note below a message, or as the first one.
  case newNote(below: MessageID?)

  /// Whether it goes to a server; anything else is text through and through, without commands and files.
  package var isSent: Bool {
    if case .message = self { true } else { false }
  }
}
