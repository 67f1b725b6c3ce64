extension TextEditor {
  /// One thing that a key does to the text; the raw values are stable names.
  package enum Command: String, Sendable, Hashable, CaseIterable {
    case moveLeft
    case moveRight
    case moveWordLeft
    case moveWordRight
    case moveToLineStart
    case moveToLineEnd
    case moveToStart
    case moveToEnd
    case newline
    case deleteBackward
    case deleteForward
    /// At the end of a line, its line end.
    case killToLineEnd
    /// At the start of a line, the line end before it.
    case killToLineStart
    /// Back to a blank (`^W`).
    case killBlankWordLeft
    /// Back to the start of a word of letters and digits (`Alt-Backspace`).
    case killWordLeft
    case killWordRight
    case yank
    /// After a yank: the entry killed before it instead.
    case yankPop
    case transpose
    case uppercaseWord
    case lowercaseWord
    case capitalizeWord
    case undo
    case redo
    /// Kills everything.
    case clear
  }

  /// - Returns: Whether the text or the caret changed.
  @discardableResult
  package mutating func perform(_ command: Command) -> Bool {
    let before = (caret, revision)
    let streakBefore = streak
    if edit(command) {
      recordForVi(command)
    } else {
      move(command)
      vi?.insertion = .typing
    }
    let isChanged = before != (caret, revision)
    switch command {
    case .newline, .yank, .yankPop: break  // these say what they are themselves
    case .deleteBackward: streak = .erasing
    case _ where command.isKill: streak = isChanged ? .killing : streakBefore
    default: streak = .none
    }
    return isChanged
  }

  /// What `.` is to repeat of an insert; text records itself.
  private mutating func recordForVi(_ command: Command) {
    guard let mode = vi?.mode else { return }
    switch command {
    case .newline: break
    case .undo, .redo: vi?.insertion = .typing
    default: vi?.insertion.typed.append(.command(command))
    }
    if mode.isVisual { vi?.mode = .normal }
  }

  private mutating func move(_ command: Command) {
    switch command {
    case .moveLeft: caret = buffer.character(before: caret)?.start ?? caret
    case .moveRight: caret = buffer.character(after: caret)?.end ?? caret
    case .moveWordLeft: caret = wordStart(before: caret)
    case .moveWordRight: caret = wordEnd(after: caret)
    case .moveToLineStart: caret = lineStart
    case .moveToLineEnd: caret = buffer.endOfLine(caret.line)
    case .moveToStart: caret = buffer.start
    case .moveToEnd: caret = buffer.end
    default: break
    }
  }

  /// - Returns: Whether the command is one that edits.
  private mutating func edit(_ command: Command) -> Bool {
    switch command {
    case .newline: insert("\n")
    case .deleteBackward: deleteBackward()
    case .deleteForward: deleteForward()
    case .killToLineEnd: kill(caret..<endToKill, on: .after)
    case .killToLineStart: kill(startToKill..<caret, on: .before)
    case .killBlankWordLeft: kill(blankWordStart(before: caret)..<caret, on: .before)
    case .killWordLeft: kill(wordStart(before: caret)..<caret, on: .before)
    case .killWordRight: kill(caret..<wordEnd(after: caret), on: .after)
    case .clear: kill(buffer.start..<buffer.end, on: .after)
    case .yank: yank()
    case .yankPop: yankPop()
    case .transpose: transpose()
    case .uppercaseWord: changeWord { $0.uppercased() }
    case .lowercaseWord: changeWord { $0.lowercased() }
    case .capitalizeWord: changeWord { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
    case .undo: undo()
    case .redo: redo()
    default: return false
    }
    return true
  }
}

extension TextEditor.Command {
  fileprivate var isKill: Bool {
    switch self {
    case .killToLineEnd, .killToLineStart, .killBlankWordLeft, .killWordLeft, .killWordRight,
      .clear:
      true
    default: false
    }
  }
}
