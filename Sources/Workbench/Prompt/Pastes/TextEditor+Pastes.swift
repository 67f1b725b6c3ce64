extension TextEditor {
  /// Pastes of more lines are folded.
  package static let mostOpenLines = 30

  /// Inserts text as one edit; a long one as a fold, which stands as one character until it is opened.
  ///
  /// - Returns: The lines that were folded; `nil` where the text stands as it is.
  @discardableResult
  package mutating func pasteFolding(_ text: String) -> Int? {
    let pasted = TextBuffer(text)
    let lines = pasted.lines.count - (pasted.lines.last == "" ? 1 : 0)
    let isBlank = pasted.lines.allSatisfy { $0.allSatisfy(\.isWhitespace) }
    guard lines > Self.mostOpenLines, !isBlank, let mark = fold(pasted.text, lines: lines) else {
      paste(text)
      return nil
    }
    paste(mark)
    return lines
  }

  /// Turns the fold at the caret, else the one before it, back into text, as one edit.
  ///
  /// - Returns: Whether there was one.
  mutating func openPaste() -> Bool {
    let line = buffer.lines[caret.line]
    let touching = folds.found(in: line).filter {
      $0.range.lowerBound <= caret.offset && caret.offset <= $0.range.upperBound
    }
    guard let (range, fold) = touching.last else { return false }
    let start = TextBuffer.Position(line: caret.line, offset: range.lowerBound)
    let end = TextBuffer.Position(line: caret.line, offset: range.upperBound)
    edit(start..<end, with: fold.text)
    streak = .none
    return true
  }

  /// Where a place is when labels stand in place of folds.
  func drawnPosition(of position: TextBuffer.Position) -> TextBuffer.Position {
    guard !folds.isEmpty else { return position }
    let line = LabelledLine(buffer.lines[position.line], folds: folds)
    let offset = line.drawnOffset(of: position.offset)
    return TextBuffer.Position(line: position.line, offset: offset)
  }
}

extension Vi {
  /// The texts that may come back with a later command.
  var keptTexts: [String] {
    let typed = (lastChange?.typed ?? []) + insertion.typed
    return [register.text]
      + typed.compactMap { piece in
        if case .text(let text) = piece { return text }
        return nil
      }
  }
}
