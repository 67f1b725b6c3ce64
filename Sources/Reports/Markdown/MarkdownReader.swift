import Conversation
import JSON

/// Reads conversations from Markdown, ours or that of others; a file is in memory as a whole.
struct MarkdownReader: ImportReader, ~Copyable {
  private static let mostBytes = 1 << 29

  private let name: String
  private let take: ConversationImport.Taking
  private var bytes: [UInt8] = []
  private var isTooLarge = false
  private var report = ImportReport()

  init(name: String, take: @escaping ConversationImport.Taking) {
    self.name = name
    self.take = take
  }

  mutating func feed(_ piece: UnsafeRawBufferPointer) {
    if isTooLarge || bytes.count + piece.count > Self.mostBytes {
      isTooLarge = true
      bytes = []
    } else {
      bytes.append(contentsOf: piece)
    }
  }

  mutating func finish() throws -> ImportReport {
    if isTooLarge { report.count(.oversized) }
    var lines = MarkdownLines(Self.cleaned(bytes))
    bytes = []
    while true {
      lines.skipBlankLines()
      guard lines.peek() != nil else { return report }
      let frontMatter = FrontMatter(&lines)
      if let frontMatter, let boundary = frontMatter.text("boundary"), frontMatter["weir"] != nil {
        var marked = MarkedConversation(frontMatter, MarkdownMarker(boundary: boundary))
        let conversation = marked.read(&lines, &report)
        try hand(over: conversation)
      } else {
        let foreign = ForeignMarkdown(name: name, frontMatter: frontMatter)
        try hand(over: foreign.read(&lines, &report))
      }
    }
  }

  private mutating func hand(over conversation: ImportedConversation?) throws {
    guard let conversation else { return }
    report.took(conversation)
    try take(conversation)
  }

  /// As UTF-8, without a mark before it; with the line ends of Unix where all of the file has others.
  private static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = Array(String(decoding: bytes[start...], as: UTF8.self).utf8)
    guard let end = text.firstIndex(of: UInt8(ascii: "\n")), end > 0,
      text[end - 1] == UInt8(ascii: "\r")
    else { return text }
    var isAfterReturn = false
    return text.filter { byte in
      defer { isAfterReturn = byte == UInt8(ascii: "\r") }
      return byte != UInt8(ascii: "\r") || isAfterReturn
    }
  }
}
