extension TextEditor {
  private static let mostPutBytes = 8 << 20

  /// Goes where an insertion begins, and makes the line for it.
  mutating func insert(at place: ViInsertion) {
    let cursor = ViCursor(buffer, at: caret)
    switch place {
    case .atCaret: break
    case .afterCaret: caret = cursor.next
    case .atFirstNonBlank:
      caret = cursor.hasOnlyBlanks ? cursor.lineEnd : cursor.firstNonBlank
    case .atLineEnd: caret = cursor.lineEnd
    case .newLineBelow:
      edit(cursor.lineEnd..<cursor.lineEnd, with: "\n")
    case .newLineAbove:
      let start = lineStart
      edit(start..<start, with: "\n")
      caret = start
    }
  }

  /// Puts the register back, in place of the selection where there is one.
  mutating func put(_ direction: ViDirection, _ count: Int) -> Bool {
    guard let register = vi?.register else { return false }
    let times = min(count, max(1, Self.mostPutBytes / (register.text.utf8.count + 1)))
    guard let span = selectedSpan else {
      guard !register.text.isEmpty || register.isLinewise else { return false }
      if register.isLinewise {
        putLines(register.text, direction, times)
      } else {
        let cursor = ViCursor(buffer, at: caret)
        putCharacters(register.text, at: direction == .forward ? cursor.next : caret, times)
      }
      return true
    }
    replace(span, with: register, times)
    if direction == .backward { vi?.register = register }
    return true
  }

  private mutating func putLines(_ text: String, _ direction: ViDirection, _ count: Int) {
    let lines = Array(repeating: text, count: count).joined(separator: "\n")
    let place = direction == .forward ? buffer.endOfLine(caret.line) : lineStart
    edit(place..<place, with: direction == .forward ? "\n" + lines : lines + "\n")
    let first = TextBuffer.Position(
      line: place.line + (direction == .forward ? 1 : 0),
      offset: 0
    )
    caret = ViCursor(buffer, at: first).firstNonBlank
  }

  /// The caret ends on the last character put, or where text of several lines begins.
  private mutating func putCharacters(
    _ text: String,
    at place: TextBuffer.Position,
    _ count: Int
  ) {
    edit(place..<place, with: String(repeating: text, count: count))
    if caret.line > place.line {
      caret = buffer.aligned(place)
    } else {
      caret = buffer.character(before: caret)?.start ?? caret
    }
  }

  private mutating func replace(_ span: ViSpan, with register: ViRegister, _ count: Int) {
    let range = span.isLinewise ? span.lines(in: buffer) : span.range
    take(span)
    caret = range.lowerBound
    var text = Array(repeating: register.text, count: count)
      .joined(separator: register.isLinewise ? "\n" : "")
    if register.isLinewise, !span.isLinewise { text = "\n" + text + "\n" }
    let start = range.lowerBound
    edit(range, with: text)
    if register.isLinewise || span.isLinewise {
      let line = start.line + (register.isLinewise && !span.isLinewise ? 1 : 0)
      caret = ViCursor(buffer, at: TextBuffer.Position(line: line, offset: 0)).firstNonBlank
    } else if caret.line > start.line {
      caret = buffer.aligned(start)
    } else if !text.isEmpty {
      caret = buffer.character(before: caret)?.start ?? caret
    }
  }

  /// Overwrites as many characters as the count says, if the line has them.
  mutating func replace(with character: Character, _ count: Int) -> Bool {
    guard let end = characters(count), end.found == count else { return false }
    // Several characters make way for one line end, as in vi.
    let text = character == "\n" ? "\n" : String(repeating: character, count: count)
    edit(caret..<end.position, with: text)
    if character != "\n" { caret = buffer.character(before: caret)?.start ?? caret }
    return true
  }

  /// Swaps the case of as many characters as the line has, and goes behind them.
  mutating func toggleCase(_ count: Int) -> Bool {
    guard let end = characters(count), end.found > 0 else { return false }
    let range = caret..<end.position
    edit(range, with: buffer.text(in: range).withCaseToggled)
    return true
  }

  private func characters(_ count: Int) -> (position: TextBuffer.Position, found: Int)? {
    var cursor = ViCursor(buffer, at: caret)
    var found = 0
    while found < count, !cursor.isAtLineEnd {
      cursor.position = cursor.next
      found += 1
    }
    return (cursor.position, found)
  }

  /// Joins lines with one blank between them, none before a closing parenthesis or after a blank.
  mutating func join(_ target: ViTarget, _ count: Int?) -> Bool {
    var lineCount = max(2, count ?? 2)
    switch target {
    case .selection, .selectedLines:
      guard let span = selectedSpan else { return false }
      let last = buffer.character(before: span.range.upperBound)?.start ?? span.range.upperBound
      let end = span.isLinewise ? span.range.upperBound : max(last, span.range.lowerBound)
      lineCount = max(2, end.line - span.range.lowerBound.line + 1)
      caret = span.range.lowerBound
    case .extent(let extent): lineCount = max(2, extent.lines + 1)
    case .lines, .motion, .object: break
    }
    let last = min(caret.line + lineCount - 1, buffer.lines.count - 1)
    guard last > caret.line else { return false }
    var joined = buffer.lines[caret.line]
    var place = joined.utf8.count
    for line in buffer.lines[caret.line + 1...last] {
      let rest = line.drop(while: \.isWhitespace)
      place = joined.utf8.count
      let needsBlank =
        !rest.isEmpty && rest.first != ")" && !joined.isEmpty && joined.last?.isWhitespace != true
      joined += (needsBlank ? " " : "") + rest
    }
    let line = caret.line
    edit(lineStart..<buffer.endOfLine(last), with: joined)
    caret = buffer.aligned(TextBuffer.Position(line: line, offset: place))
    return true
  }
}

extension ViCursor {
  fileprivate var hasOnlyBlanks: Bool {
    buffer.lines[position.line].allSatisfy(\.isWhitespace)
  }
}
