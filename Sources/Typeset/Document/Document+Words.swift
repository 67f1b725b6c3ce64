extension Document {
  /// Adds words to the paragraph that the tail ends with, where no rule of Markdown can take them for anything
  /// else, so that prose costs no more than its layout.
  ///
  /// - Returns: Whether that was so, and nothing is left to be read.
  mutating func extendPlainly(through end: Int) -> Bool {
    guard tail.readThrough > tail.start, !tail.isProvisional, let last = blocks.last,
      last.kind == .paragraph, let run = last.spans.runs.last, run.style == TextStyle(),
      run.link < 0,
      run.isVerbatim
    else { return false }
    let shown = last.spans.sourceEnd(textCount: last.layout.source.count)
    let blank = UInt8(ascii: " ")
    guard shown <= tail.readThrough, shown > tail.start,
      source[shown..<tail.readThrough].allSatisfy({ $0 == blank }),
      isInsideLine(tail.readThrough),
      source[tail.readThrough..<end].allSatisfy(\.isPlainInMarkdown)
    else { return false }
    let words = source[shown..<end]
    let trimmed = words.prefix(words.count - words.reversed().prefix { $0 == blank }.count)
    var text = RichText()
    text.append(trimmed, style: TextStyle(), source: shown)
    if !text.bytes.isEmpty {
      blocks[blocks.count - 1].append(text)
      touch(from: blocks.count - 1)
    }
    tail.readThrough = end
    return true
  }

  /// Whether a place stands behind the first word of its line, and the word before it, if it touches, has no
  /// sign that may mean something with what follows: an address, markup, a list's number.
  private func isInsideLine(_ end: Int) -> Bool {
    var index = end
    var isBehindBlank = false
    let first = max(tail.start, end - 200)
    while index > first {
      let byte = source[index - 1]
      if byte == UInt8(ascii: " ") {
        isBehindBlank = true
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        return false
      } else if isBehindBlank {
        return true
      } else if !byte.isPlainInMarkdown || byte == UInt8(ascii: "w") || byte == UInt8(ascii: "W") {
        return false
      }
      index -= 1
    }
    return isBehindBlank
  }
}

extension UInt8 {
  /// Whether a byte behind the first word of a line means nothing but itself, unless a byte that does
  /// comes later: then all is read again.
  fileprivate var isPlainInMarkdown: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: ","),
      UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: "'"), UInt8(ascii: "?"),
      UInt8(ascii: ";"), 0x80...0xFF:
      true
    default: false
    }
  }
}
