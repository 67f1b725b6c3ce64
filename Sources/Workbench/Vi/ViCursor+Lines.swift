import Typeset

extension ViCursor {
  /// The first character of the line that is no blank, else its last.
  var firstNonBlank: TextBuffer.Position {
    var cursor = ViCursor(buffer, at: TextBuffer.Position(line: position.line, offset: 0))
    while cursor.character?.isWhitespace == true { cursor.step(.forward) }
    return cursor.isAtLineEnd ? cursor.lastOfLine : cursor.position
  }

  /// Whether there are only blanks before the place.
  var isInIndent: Bool {
    var cursor = ViCursor(buffer, at: TextBuffer.Position(line: position.line, offset: 0))
    while cursor.character?.isWhitespace == true { cursor.step(.forward) }
    return position <= cursor.position
  }

  /// Whether there are only blanks from the place on.
  var hasOnlyBlanksAhead: Bool {
    var cursor = self
    while cursor.character?.isWhitespace == true { cursor.step(.forward) }
    return cursor.isAtLineEnd
  }

  /// The column of the place on a line that is never wrapped.
  var column: Int {
    let start = TextBuffer.Position(line: position.line, offset: 0)
    return CellWidth.columns(of: buffer.text(in: start..<position))
  }

  /// Goes to the character of another line that covers a column, or to its last.
  mutating func go(toLine line: Int, column: Int) {
    position = TextBuffer.Position(line: line, offset: 0)
    guard column < .max else {
      position = lastOfLine
      return
    }
    var left = column
    while let character, next != lineEnd {
      left -= CellWidth.columns(of: character)
      if left < 0 { return }
      position = next
    }
  }

  /// To the next empty line, or the one before; at last to the end of the text or its start.
  ///
  /// - Returns: `false` where there are fewer paragraphs than that.
  mutating func paragraph(_ direction: ViDirection, _ count: Int) -> Bool {
    let step = direction == .forward ? 1 : -1
    var line = position.line
    for remaining in (0..<count).reversed() {
      var hasText = !buffer.lines[line].isEmpty
      var isFirst = true
      while isFirst || !hasText || !buffer.lines[line].isEmpty {
        isFirst = false
        guard buffer.lines.indices.contains(line + step) else {
          if remaining > 0 { return false }
          break
        }
        line += step
        hasText = hasText || !buffer.lines[line].isEmpty
      }
    }
    position = TextBuffer.Position(line: line, offset: 0)
    // There is no empty line after the last, whose end it is then.
    if direction == .forward, line == buffer.lines.count - 1 { position = lineEnd }
    return true
  }
}
