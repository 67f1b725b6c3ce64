extension TextEditor {
  var endToKill: TextBuffer.Position {
    let end = buffer.endOfLine(caret.line)
    return caret == end ? buffer.character(after: caret)?.end ?? caret : end
  }

  var startToKill: TextBuffer.Position {
    caret == lineStart ? buffer.character(before: caret)?.start ?? caret : lineStart
  }

  mutating func deleteBackward() {
    guard let start = buffer.character(before: caret)?.start else { return }
    edit(start..<caret, with: "", merging: streak == .erasing)
  }

  mutating func deleteForward() {
    guard let end = buffer.character(after: caret)?.end else { return }
    edit(caret..<end, with: "")
  }

  mutating func yank() {
    yank(entry: 0, replacing: caret..<caret)
  }

  mutating func yankPop() {
    guard case .yanking(let range, let entry) = streak else {
      streak = .none
      return
    }
    yank(entry: (entry + 1) % killRing.entries.count, replacing: range)
  }

  private mutating func yank(entry: Int, replacing range: Range<TextBuffer.Position>) {
    guard entry < killRing.entries.count else {
      streak = .none
      return
    }
    let text = killRing.entries[entry]
    edit(range, with: text)
    streak = .yanking(range.lowerBound..<range.lowerBound.advanced(over: text), entry: entry)
  }

  /// Swaps the characters around the caret, at the end of a line the two before it.
  mutating func transpose() {
    var middle = caret
    if middle == buffer.endOfLine(caret.line) {
      middle = buffer.character(before: middle)?.start ?? middle
    }
    guard middle.line == caret.line, middle.offset > 0, let left = buffer.character(before: middle),
      let right = buffer.character(after: middle), right.end.line == caret.line
    else { return }
    edit(left.start..<right.end, with: String([right.character, left.character]))
  }
}

extension TextBuffer.Position {
  /// The position after a text that begins here; the text has LF line ends.
  fileprivate func advanced(over text: String) -> TextBuffer.Position {
    let utf8 = text.utf8
    guard let last = utf8.lastIndex(of: 0x0A) else {
      return TextBuffer.Position(line: line, offset: offset + utf8.count)
    }
    let lineEnds = utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    let offset = utf8.distance(from: last, to: utf8.endIndex) - 1
    return TextBuffer.Position(line: line + lineEnds, offset: offset)
  }
}
