extension Document {
  /// How far the lines of code that is still open were taken.
  struct OpenCode: Sendable {
    let fence: CodeFence
    /// Where the line begins that has no end yet.
    var lineStart: Int
    /// Up to where the source is shown.
    var shownThrough: Int
    /// Whether a line end is owed to the text before the next line.
    var owesLineEnd: Bool
  }

  /// Adds what the source gained to the code that the tail is, without reading that again.
  ///
  /// - Returns: Whether the end of the code has come, so that the tail must be read again.
  mutating func extendCode(through end: Int) -> Bool {
    guard var code = tail.code, !blocks.isEmpty else { return true }
    var text = RichText()
    defer {
      if !text.bytes.isEmpty {
        blocks[blocks.count - 1].append(text)
        touch(from: blocks.count - 1)
      }
      tail.readThrough = end
    }
    while let lineEnd = source[code.lineStart..<end].firstIndex(of: UInt8(ascii: "\n")) {
      if code.fence.isClosed(by: source[code.lineStart..<lineEnd]) {
        tail.code = nil
        return true
      }
      show(through: lineEnd, &code, in: &text)
      code.owesLineEnd = true
      code.lineStart = lineEnd + 1
      code.shownThrough = lineEnd + 1
    }
    if !code.fence.mayClose(source[code.lineStart..<end]) { show(through: end, &code, in: &text) }
    tail.code = code
    return false
  }

  /// Adds what the source gained to a text that is shown as it is.
  mutating func extendPlainText() {
    guard tail.readThrough < source.count else { return }
    var text = RichText()
    text.append(source[tail.readThrough...], style: TextStyle(), source: tail.readThrough)
    if blocks.isEmpty {
      let range = 0..<source.count
      blocks = [Block(.paragraph, text: text, margin: Margin(), gap: .none, source: range)]
    } else {
      blocks[0].append(text)
    }
    tail.readThrough = source.count
    touch(from: 0)
  }

  private func show(through end: Int, _ code: inout OpenCode, in text: inout RichText) {
    let style = TextStyle(.codeBlock)
    if code.owesLineEnd {
      text.append("\n".utf8, style: style, source: code.lineStart - 1)
      code.owesLineEnd = false
    }
    var start = code.shownThrough
    if start == code.lineStart { start = code.fence.content(of: source[start..<end]).startIndex }
    text.append(source[start..<end], style: style, source: start)
    code.shownThrough = end
  }
}
