/// A file that goes with what the user said, as it was when the message was sent.
package struct AttachedFile: Sendable, Hashable {
  /// The file's name as the user wrote it.
  package let name: String
  /// The size of the file as it was told, which may not be that of its content; 0 for what no file has.
  package let sizeInBytes: Int
  /// A text as it was read, or an image.
  package let content: MessagePart

  package init(name: String, sizeInBytes: Int, content: MessagePart) {
    self.name = name
    self.sizeInBytes = sizeInBytes.plausibleCount ?? 0
    self.content = content
  }

  package var isImage: Bool {
    if case .image = content { return true }
    return false
  }

  /// What of it is text, by its content; 0 for an image.
  package var textBytes: Int {
    if case .text(let text) = content { return text.utf8.count }
    return 0
  }

  /// What is sent: a text below its name, in a fence that its content cannot end; an image after its name.
  package var parts: [MessagePart] {
    switch content {
    case .text(let text): [.text("\(shownName):\n\(text.fenced)")]
    case .image: [.text("\(shownName):"), content]
    }
  }

  /// The name on one line.
  private var shownName: String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 0x20 ? "\u{FFFD}" : $0 }))
  }
}

extension String {
  /// The text between two fences of backticks, longer than any run of them in it.
  package var fenced: String {
    var longest = 0
    var current = 0
    for byte in utf8 {
      current = byte == UInt8(ascii: "`") ? current + 1 : 0
      longest = max(longest, current)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\n\(self)\(utf8.last == UInt8(ascii: "\n") ? "" : "\n")\(fence)"
  }
}
