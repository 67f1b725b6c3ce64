import Conversation

/// What is asked: words of the command line, files, and standard input, in this order.
struct AskPrompt: Sendable {
  /// A file as it goes into the prompt.
  struct Attachment: Sendable, Hashable {
    var name: String
    var content: String
  }

  var words: [String] = []
  var attachments: [Attachment] = []
  /// `nil` when standard input is a terminal.
  var input: String?

  /// The parts with an empty line between them; empty parts are left out.
  var text: String {
    let parts = [words.joined(separator: " ")] + attachments.map(\.fenced) + [input ?? ""]
    return parts.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n\n")
  }
}

extension AskPrompt.Attachment {
  /// The content in a fence that is longer than any in it, below the name.
  fileprivate var fenced: String {
    var longest = 0
    var current = 0
    for byte in content.utf8 {
      current = byte == UInt8(ascii: "`") ? current + 1 : 0
      longest = max(longest, current)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(name):\n\(fence)\n\(content)\(content.hasSuffix("\n") ? "" : "\n")\(fence)"
  }
}
