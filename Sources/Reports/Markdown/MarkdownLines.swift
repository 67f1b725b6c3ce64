/// The lines of a text, one after the other.
struct MarkdownLines {
  let text: [UInt8]
  /// Where the next line begins.
  private(set) var place: Int

  init(_ text: [UInt8], from place: Int = 0) {
    self.text = text
    self.place = place
  }

  /// The next line without its end, which is `\n`; `nil` behind the last one.
  mutating func next() -> Range<Int>? {
    guard place < text.count else { return nil }
    let start = place
    let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    place = min(end + 1, text.count)
    return start..<end
  }

  /// Goes over blank lines.
  mutating func skipBlankLines() {
    while let line = peek(), text[line].trimmed.isEmpty { _ = next() }
  }

  func peek() -> Range<Int>? {
    var copy = self
    return copy.next()
  }
}
