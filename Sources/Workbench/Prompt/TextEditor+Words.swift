extension TextEditor {
  var lineStart: TextBuffer.Position { TextBuffer.Position(line: caret.line, offset: 0) }

  /// The end of the word that the position is in or before.
  func wordEnd(after position: TextBuffer.Position) -> TextBuffer.Position {
    skipForward(from: skipForward(from: position) { !$0.isWordPart }) { $0.isWordPart }
  }

  /// The start of the word that the position is in or behind.
  func wordStart(before position: TextBuffer.Position) -> TextBuffer.Position {
    skipBackward(from: skipBackward(from: position) { !$0.isWordPart }) { $0.isWordPart }
  }

  /// The same with words that end at blanks only.
  func blankWordStart(before position: TextBuffer.Position) -> TextBuffer.Position {
    skipBackward(from: skipBackward(from: position) { $0.isWhitespace }) { !$0.isWhitespace }
  }

  /// Applies a change of case from the caret to the end of the word.
  mutating func changeWord(_ change: (String) -> String) {
    let start = skipForward(from: caret) { !$0.isWordPart }
    let range = start..<skipForward(from: start) { $0.isWordPart }
    guard !range.isEmpty else {
      caret = start
      return
    }
    edit(range, with: change(buffer.text(in: range)))
  }

  private func skipForward(
    from start: TextBuffer.Position,
    while matches: (Character) -> Bool
  ) -> TextBuffer.Position {
    var position = start
    while let next = buffer.character(after: position), matches(next.character) {
      position = next.end
    }
    return position
  }

  private func skipBackward(
    from start: TextBuffer.Position,
    while matches: (Character) -> Bool
  ) -> TextBuffer.Position {
    var position = start
    while let previous = buffer.character(before: position), matches(previous.character) {
      position = previous.start
    }
    return position
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
