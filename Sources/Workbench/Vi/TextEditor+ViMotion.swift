extension TextEditor {
  /// What a motion is for: some go elsewhere under an operator.
  enum ViPurpose {
    case moving
    case operating
  }

  /// Where a motion goes from the caret; `nil` where it cannot.
  mutating func landing(of motion: ViMotion, _ count: Int?, for purpose: ViPurpose) -> ViLanding? {
    var cursor = ViCursor(buffer, at: caret)
    let times = count ?? 1
    switch motion {
    case .left, .right, .backward, .forward:
      return landing(sideways: motion, times, for: purpose)
    case .up: return landing(lines: -times)
    case .down: return landing(lines: times)
    case .lineStart: return ViLanding(position: lineStart, reach: .exclusive)
    case .firstNonBlank: return ViLanding(position: cursor.firstNonBlank, reach: .exclusive)
    case .lineEnd: return landingAtLineEnd(times)
    case .wordForward(let word):
      cursor.wordForward(word, times, upTo: purpose == .operating ? .lineEnd : .anywhere)
      return ViLanding(position: cursor.position, reach: .exclusive)
    case .wordBackward(let word):
      let isThere = cursor.wordBackward(word, times)
      guard isThere || purpose == .moving else { return nil }
      return ViLanding(position: cursor.position, reach: .exclusive)
    case .wordEnd(let word):
      cursor.wordEnd(word, times, staysInWord: false)
      return landing(onWordEnd: cursor)
    case .changedWord(let word): return landing(ofChanged: word, count)
    case .firstLine: return landing(onLine: count ?? 1)
    case .lastLine: return landing(onLine: count ?? buffer.lines.count)
    case .paragraphForward: return landing(after: cursor.paragraph(.forward, times), cursor)
    case .paragraphBackward: return landing(after: cursor.paragraph(.backward, times), cursor)
    case .matchingBracket:
      let isThere = cursor.matchingBracket()
      return isThere ? ViLanding(position: cursor.position, reach: .inclusive) : nil
    case .find, .repeatFind, .repeatFindReversed: return landing(finding: motion, times)
    case .search, .repeatSearch, .repeatSearchReversed: return landing(searching: motion, times)
    }
  }

  private func landing(after isThere: Bool, _ cursor: ViCursor) -> ViLanding? {
    isThere ? ViLanding(position: cursor.position, reach: .exclusive) : nil
  }

  /// The end of the text is behind its last word, which an operator takes whole.
  private func landing(onWordEnd cursor: ViCursor) -> ViLanding {
    let isBehind = cursor.isAtLineEnd && cursor.position > caret
    return ViLanding(position: isBehind ? cursor.lastOfLine : cursor.position, reach: .inclusive)
  }

  private func landing(
    sideways motion: ViMotion,
    _ count: Int,
    for purpose: ViPurpose
  ) -> ViLanding {
    var cursor = ViCursor(buffer, at: caret)
    for _ in 0..<count {
      switch motion {
      case .left: if cursor.position.offset > 0 { cursor.step(.backward) }
      case .right: if !cursor.isAtLineEnd { cursor.step(.forward) }
      case .backward:
        cursor.step(.backward)
        if cursor.isAtLineEnd, purpose == .moving { cursor.position = cursor.lastOfLine }
      default:
        let before = cursor.position
        cursor.step(.forward)
        // The end of a line is no place for the caret, save of the last.
        let isBetween = cursor.isAtLineEnd && cursor.position.line < buffer.lines.count - 1
        if isBetween, purpose == .moving, cursor.position.line == before.line {
          cursor.step(.forward)
        }
      }
    }
    return ViLanding(position: cursor.position, reach: .exclusive)
  }

  /// Towards the column that the caret had before it went over shorter lines.
  private mutating func landing(lines distance: Int) -> ViLanding? {
    let line = min(max(0, caret.line + distance), buffer.lines.count - 1)
    guard line != caret.line else { return nil }
    var cursor = ViCursor(buffer, at: caret)
    let column = vi?.wantedColumn ?? cursor.column
    vi?.wantedColumn = column
    cursor.go(toLine: line, column: column)
    return ViLanding(position: cursor.position, reach: .lines)
  }

  private mutating func landingAtLineEnd(_ count: Int) -> ViLanding? {
    let line = min(caret.line + count - 1, buffer.lines.count - 1)
    guard count == 1 || line > caret.line else { return nil }
    vi?.wantedColumn = .max
    let cursor = ViCursor(buffer, at: buffer.endOfLine(line))
    let isSelecting = vi?.mode.isVisual == true
    return ViLanding(position: isSelecting ? cursor.position : cursor.lastOfLine, reach: .inclusive)
  }

  private func landing(onLine number: Int) -> ViLanding {
    let line = min(max(1, number), buffer.lines.count) - 1
    let cursor = ViCursor(buffer, at: TextBuffer.Position(line: line, offset: 0))
    return ViLanding(position: cursor.firstNonBlank, reach: .lines)
  }

  /// `cw` changes to the end of the word, and on blanks the blanks.
  private mutating func landing(ofChanged word: ViWord, _ count: Int?) -> ViLanding? {
    var cursor = ViCursor(buffer, at: caret)
    if cursor.isOnEmptyLine || cursor.kind == .blank {
      if count ?? 1 == 1, cursor.character?.isWhitespace == true {
        return ViLanding(position: caret, reach: .inclusive)
      }
      return landing(of: .wordForward(word), count, for: .operating)
    }
    cursor.wordEnd(word, count ?? 1, staysInWord: true)
    return landing(onWordEnd: cursor)
  }

  private mutating func landing(finding motion: ViMotion, _ count: Int) -> ViLanding? {
    var skipsAdjacent = false
    let find: ViFind
    switch (motion, vi?.lastFind) {
    case (.find(let new), _):
      vi?.lastFind = new
      find = new
    case (.repeatFind, let last?), (.repeatFindReversed, let last?):
      let isReversed = motion == .repeatFindReversed
      find = ViFind(
        character: last.character,
        direction: isReversed ? last.direction.reversed : last.direction,
        reach: last.reach
      )
      skipsAdjacent = count == 1 && find.reach == .before
    default: return nil
    }
    var cursor = ViCursor(buffer, at: caret)
    guard cursor.find(find, count, skipsAdjacent: skipsAdjacent) else { return nil }
    let reach: ViLanding.Reach = find.direction == .forward ? .inclusive : .exclusive
    return ViLanding(position: cursor.position, reach: reach)
  }

  private mutating func landing(searching motion: ViMotion, _ count: Int) -> ViLanding? {
    if case .search(let new) = motion {
      let text = new.text.isEmpty ? vi?.lastSearch?.text ?? "" : new.text
      vi?.lastSearch = ViSearch(text: text, direction: new.direction)
    }
    guard var search = vi?.lastSearch else { return nil }
    if motion == .repeatSearchReversed { search.direction = search.direction.reversed }
    var cursor = ViCursor(buffer, at: caret)
    guard cursor.search(search, count) else { return nil }
    return ViLanding(position: cursor.position, reach: .exclusive)
  }
}
