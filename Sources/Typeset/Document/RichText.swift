/// Text as it is read, without its markup, and what each stretch of it is.
struct RichText: Sendable, Equatable {
  private(set) var bytes: [UInt8] = []
  private(set) var spans = TextSpans()

  /// Adds text that comes from `source`, in bytes from the document's start, byte for byte or not; `sourceCount`
  /// of them where it is not.
  mutating func append(
    _ text: some Collection<UInt8>,
    style: TextStyle,
    source: Int,
    isVerbatim: Bool = true,
    sourceCount: Int = 0,
    link: Int16 = -1
  ) {
    guard !text.isEmpty else { return }
    spans.append(
      TextSpans.Run(
        start: UInt32(bytes.count),
        source: UInt32(max(0, source)),
        style: style,
        isVerbatim: isVerbatim,
        link: link,
        sourceCount: isVerbatim ? 0 : UInt32(max(0, sourceCount))
      )
    )
    bytes.append(contentsOf: text)
  }

  mutating func append(_ text: String, style: TextStyle, source: Int, link: Int16 = -1) {
    append(text.utf8, style: style, source: source, isVerbatim: false, link: link)
  }

  /// Adds another text in one style, whose runs bear the given link.
  mutating func append(_ other: RichText, style: TextStyle, link: Int16) {
    for (index, run) in other.spans.runs.enumerated() {
      let end = other.spans.end(ofRun: index, textCount: other.bytes.count)
      append(
        other.bytes[Int(run.start)..<end],
        style: style,
        source: Int(run.source),
        isVerbatim: run.isVerbatim,
        sourceCount: Int(run.sourceCount),
        link: link
      )
    }
  }

  /// Adds another text, which names the same links.
  mutating func append(_ other: RichText) {
    spans.append(other.spans, at: bytes.count)
    bytes.append(contentsOf: other.bytes)
  }

  /// Makes the text a cell of a table, on one line, whose links are added to the table's.
  mutating func becomeCell(links: inout [String]) {
    links += spans.moveLinks(behind: links.count)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\t") {
      bytes[index] = UInt8(ascii: " ")
    }
  }

  var sourceEnd: Int { spans.sourceEnd(textCount: bytes.count) }

  mutating func addLink(_ url: String) -> Int16 { spans.addLink(url) }

  /// Removes one line end at the end: the last line of code has one, and shows no empty line for it.
  mutating func dropLastLineEnd() {
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
