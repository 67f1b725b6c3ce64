/// A kind of thing that files hold and that cannot be taken from them.
package enum ImportOmission: String, Sendable, Hashable, CaseIterable {
  case toolTurn
  case image
  case file
  case audio
  case hiddenMessage
  case memory
  case unknownContent
  case secondSystemPrompt
  case emptyMessage
  case emptyConversation
  case conversationWithoutRoles
  case loop
  case brokenLine
  case brokenConversation
  case oversized
  case repeatedMessage

  /// How many of them, what they are and why: "1 image: its file is not in the export".
  package func sentence(count: Int) -> String {
    let (one, many, why) = words
    return "\(count) \(count == 1 ? one : many): \(why)"
  }

  private var words: (one: String, many: String, why: String) {
    switch self {
    case .toolTurn:
      ("tool turn", "tool turns", "what a program returned to the model has no place in weir")
    case .image: ("image", "images", "the pixels are not in the file, only a pointer to them")
    case .file: ("attached file", "attached files", "the file holds the name only")
    case .audio: ("recording", "recordings", "the sound is not in the file")
    case .hiddenMessage:
      ("hidden message", "hidden messages", "they were not shown in the conversation either")
    case .memory: ("note of a memory", "notes of a memory", "it belongs to the service's memory")
    case .unknownContent:
      ("part of an unknown kind", "parts of an unknown kind", "there is no text in it")
    case .secondSystemPrompt:
      ("further system prompt", "further system prompts", "a conversation has one in weir")
    case .emptyMessage: ("empty message", "empty messages", "nothing was said in them")
    case .emptyConversation: ("empty conversation", "empty conversations", "nothing was said in it")
    case .conversationWithoutRoles:
      (
        "text without headings", "texts without headings",
        "nothing says who speaks; a heading such as ## User or ## Assistant would"
      )
    case .loop: ("loop of messages", "loops of messages", "it was cut open, no message is lost")
    case .brokenLine: ("line", "lines", "it is no JSON of a kind that weir knows")
    case .brokenConversation:
      ("conversation", "conversations", "it is no JSON of the form that is expected")
    case .oversized:
      ("conversation", "conversations", "it is larger than 512 MB and is not read")
    case .repeatedMessage:
      ("message", "messages", "another one of the same conversation has its key")
    }
  }
}
