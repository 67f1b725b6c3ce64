import Conversation

/// What is asked: words of the command line, files, and standard input, in this order; images come last.
struct AskPrompt: Sendable {
  var words: [String] = []
  var attachments: [AttachedFile] = []
  /// `nil` when standard input is a terminal.
  var input: String?

  /// The texts with an empty line between them, empty ones left out, and the images.
  var message: UserMessage {
    let files = attachments.filter { !$0.isImage }.flatMap(\.parts)
    let framed = ChatMessage(role: .user, parts: files).texts
    let texts = [words.joined(separator: " ")] + framed + [input ?? ""]
    return UserMessage(
      texts.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n\n"),
      attachments: attachments.filter(\.isImage)
    )
  }
}
