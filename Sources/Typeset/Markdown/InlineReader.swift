/// Reads what stands inside a paragraph, a heading or a cell: text without markup, with its styles.
struct InlineReader {
  var cursor: SourceCursor
  /// The label of each footnote by the number that cmark gave it.
  let footnotes: [Int: String]
  /// How many quotes the block that is read stands in.
  var quotes = 0
  var text = RichText()
  private var base = TextStyle.Kind.text
  private var strong = 0
  private var emphasis = 0
  private var strike = 0
  private(set) var link: Int16 = -1
  /// Whether an image is read that stands in a link, and leads where that does.
  private var isImageInLink = false

  init(cursor: SourceCursor, footnotes: [Int: String]) {
    self.cursor = cursor
    self.footnotes = footnotes
  }

  /// The text inside a node, from where the cursor stands.
  mutating func read(_ block: MarkdownNode, as base: TextStyle.Kind) -> RichText {
    text = RichText()
    self.base = base
    (strong, emphasis, strike, link) = (0, 0, 0, -1)
    isImageInLink = false
    guard var node = block.firstChild else { return text }
    while true {
      enter(node)
      if let child = node.firstChild {
        node = child
        continue
      }
      while node.next == nil {
        leave(node)
        guard let parent = node.parent, parent.handle != block.handle else { return text }
        node = parent
      }
      leave(node)
      guard let next = node.next else { return text }
      node = next
    }
  }

  func style(_ kind: TextStyle.Kind) -> TextStyle {
    var stress: TextStyle.Emphasis = []
    if strong > 0 { stress.insert(.strong) }
    if emphasis > 0 { stress.insert(.emphasis) }
    if strike > 0 { stress.insert(.strike) }
    return TextStyle(kind, stress)
  }

  private var textKind: TextStyle.Kind { link >= 0 ? .link : base }

  private mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .text: place(node, as: .text, style: style(textKind))
    case .code: readCode(node)
    case .html: place(node, as: .html, style: style(.html))
    case .softBreak, .lineBreak: readBreak()
    case .emphasis: emphasis += 1
    case .strong: strong += 1
    case .strike: strike += 1
    case .link: link = text.addLink(node.url)
    case .image:
      isImageInLink = link >= 0
      if !isImageInLink { link = text.addLink(node.url) }
      text.append("[image: ", style: style(.marker), source: cursor.offset, link: link)
    case .footnoteReference: readFootnoteReference(node)
    default: break
    }
  }

  private mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .emphasis: emphasis -= 1
    case .strong: strong -= 1
    case .strike: strike -= 1
    case .link:
      link = -1
      if !isBareAddress(node) { cursor.skipLinkTail() }
    case .image:
      text.append("]", style: style(.marker), source: cursor.offset, link: link)
      if !isImageInLink { link = -1 }
      cursor.skipLinkTail()
    default: break
    }
  }

  /// Whether a link is an address that stands in the text, so that a bracket behind it is not its own.
  private func isBareAddress(_ node: MarkdownNode) -> Bool {
    guard let text = node.firstChild, text.kind == .text, text.next == nil else { return false }
    let start = cursor.offset - text.literal.utf8.count
    return start > 0 && cursor.source[start - 1] != UInt8(ascii: "[")
      && node.url.hasSuffix(text.literal)
  }

  private mutating func place(
    _ node: MarkdownNode,
    as form: SourceCursor.Form,
    style: TextStyle
  ) {
    let link = link
    node.withLiteral { literal in
      cursor.place(literal, as: form) { piece, source, isVerbatim in
        text.append(
          piece,
          style: style,
          source: source.lowerBound,
          isVerbatim: isVerbatim,
          sourceCount: source.count,
          link: link
        )
      }
    }
  }

  /// A line end of the source, a byte for a byte.
  ///
  /// A soft break ends a line too, as CommonMark 6.8 allows: models write verses and addresses with it, and
  /// seldom fill lines.
  private mutating func readBreak() {
    let rest = cursor.source[min(cursor.offset, cursor.limit)..<cursor.limit]
    let end = rest.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let place = end ?? rest.endIndex
    text.append(
      "\n".utf8,
      style: style(base),
      source: place,
      isVerbatim: rest[place...].first == UInt8(ascii: "\n"),
      link: link
    )
    guard place < rest.endIndex else { return }
    cursor.move(behindLineEndAt: place)
    cursor.skipMargin(quotes: quotes)
  }

  private mutating func readFootnoteReference(_ node: MarkdownNode) {
    let label = Int(node.literal).flatMap { footnotes[$0] } ?? node.literal
    var sign = "[^\(label)]"
    let found = sign.withUTF8 { cursor.find($0) }
    text.append("[\(label)]", style: style(.footnote), source: found ?? cursor.offset)
  }
}
