import Conversation

/// Layouts of beginnings of a message, from which any other one is laid out at the cost of a piece.
struct TextBeginnings: Sendable {
  /// Shorter texts are laid out from their start.
  private static let leastSpacing = 16_384
  private static let mostTexts = 24

  /// Growing.
  private var texts: [MessageText] = []

  /// The layout of a message, none of which was longer when it was called before.
  mutating func text(of message: Message, options: MessageText.Options) -> MessageText {
    if texts.first?.options != options { texts = [] }
    let wanted = Lengths(message)
    var text =
      texts.last { Lengths($0).fits(in: wanted) } ?? MessageText(message, options: options)
    let spacing = max(Self.leastSpacing, wanted.sum / Self.mostTexts)
    while let next = Lengths(text).next(spacing, towards: wanted) {
      let piece = message.past(
        contentBytes: next.content - (message.reply?.givenBytes ?? 0),
        reasoningBytes: next.reasoning
      )
      text.extend(to: piece, notes: [])
      if let last = texts.last, !Lengths(last).fits(in: next) { continue }
      texts.append(text)
    }
    return text
  }
}

/// In UTF-8 bytes.
private struct Lengths {
  var reasoning: Int
  var content: Int

  init(_ message: Message) {
    reasoning = message.reply?.reasoning.utf8.count ?? 0
    content = message.content.utf8.count
  }

  init(_ text: MessageText) {
    reasoning = text.reasoning.source.count
    content = text.body.source.count
  }

  var sum: Int { reasoning + content }

  func fits(in other: Lengths) -> Bool {
    reasoning <= other.reasoning && content <= other.content
  }

  /// A piece further; `nil` where less than a piece is left.
  func next(_ piece: Int, towards other: Lengths) -> Lengths? {
    guard sum + piece < other.sum else { return nil }
    var next = self
    next.reasoning = min(other.reasoning, reasoning + piece)
    next.content = min(other.content, content + piece - (next.reasoning - reasoning))
    return next
  }
}
