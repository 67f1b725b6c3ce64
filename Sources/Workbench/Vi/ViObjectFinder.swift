/// Finds text objects around a place.
struct ViObjectFinder {
  let buffer: TextBuffer
  let place: TextBuffer.Position

  /// The stretch of an object, of so many words, paragraphs or levels of brackets; `nil` where there is none.
  func span(of object: ViTextObject, _ count: Int) -> ViSpan? {
    switch object.kind {
    case .word(let word): ViSpan(range: words(word, object.scope, count), isLinewise: false)
    case .quote(let quote): quoted(by: quote, object.scope)
    case .bracket(let open, let close): bracketed(open, close, object.scope, count)
    case .paragraph: paragraphs(object.scope, count)
    }
  }

  private var cursor: ViCursor { ViCursor(buffer, at: place) }

  /// Words and the blanks between them, within the line.
  private func words(
    _ word: ViWord,
    _ scope: ViTextObject.Scope,
    _ count: Int
  ) -> Range<TextBuffer.Position> {
    var start = runStart(from: place, word)
    var end = place
    var lastRun = ViCharacterKind.word
    func takeRun() {
      lastRun = ViCursor(buffer, at: end).kind(as: word)
      end = runEnd(from: end, word)
    }
    guard scope == .around else {
      for _ in 0..<count { takeRun() }
      return start..<end
    }
    for _ in 0..<count {
      takeRun()
      let wasBlank = lastRun == .blank
      let isBlankNext = ViCursor(buffer, at: end).character?.isWhitespace == true
      if wasBlank || isBlankNext { takeRun() }
    }
    // Without blanks behind the last word, those before the first are taken.
    if lastRun != .blank, cursor.kind != .blank, start.offset > 0 {
      var before = ViCursor(buffer, at: start)
      before.step(.backward)
      let blanks = before.kind == .blank ? runStart(from: before.position, word) : start
      if blanks.offset > 0 { start = blanks }
    }
    return start..<end
  }

  private func runStart(
    from position: TextBuffer.Position,
    _ word: ViWord
  ) -> TextBuffer.Position {
    var cursor = ViCursor(buffer, at: position)
    let kind = cursor.kind(as: word)
    while cursor.position.offset > 0 {
      var before = cursor
      before.step(.backward)
      guard before.kind(as: word) == kind else { break }
      cursor = before
    }
    return cursor.position
  }

  private func runEnd(from position: TextBuffer.Position, _ word: ViWord) -> TextBuffer.Position {
    var cursor = ViCursor(buffer, at: position)
    let kind = cursor.kind(as: word)
    while !cursor.isAtLineEnd, cursor.kind(as: word) == kind { cursor.step(.forward) }
    return cursor.position
  }

  /// The text between two quotes of the line, around the place or else the first behind it.
  private func quoted(by quote: Character, _ scope: ViTextObject.Scope) -> ViSpan? {
    let quotes = quotes(quote)
    let pairs = stride(from: 0, to: quotes.count - 1, by: 2).map { (quotes[$0], quotes[$0 + 1]) }
    let isOnQuote = quotes.contains(place)
    var pair = pairs.first { $0.0 <= place && place <= $0.1 }
    if pair == nil, !isOnQuote {
      // Between two pairs, vi takes what stands between them.
      let before = quotes.last { $0 < place }
      let after = quotes.first { $0 > place }
      if let before, let after {
        pair = (before, after)
      } else {
        pair = pairs.first { $0.0 > place }
      }
    }
    guard let (open, close) = pair else { return nil }
    let inner = ViCursor(buffer, at: open).next..<close
    guard scope == .around else { return ViSpan(range: inner, isLinewise: false) }
    return ViSpan(range: withBlanks(open..<ViCursor(buffer, at: close).next), isLinewise: false)
  }

  /// The places of a quote in the line, save those behind a backslash.
  private func quotes(_ quote: Character) -> [TextBuffer.Position] {
    var cursor = ViCursor(buffer, at: TextBuffer.Position(line: place.line, offset: 0))
    var places: [TextBuffer.Position] = []
    while let character = cursor.character {
      if character == quote { places.append(cursor.position) }
      cursor.position = cursor.next
      if character == "\\", !places.isEmpty { cursor.position = cursor.next }
    }
    return places
  }

  /// With the blanks behind, or else those before.
  private func withBlanks(_ range: Range<TextBuffer.Position>) -> Range<TextBuffer.Position> {
    let behind = ViCursor(buffer, at: range.upperBound)
    if behind.character?.isWhitespace == true {
      return range.lowerBound..<runEnd(from: range.upperBound, .small)
    }
    var before = ViCursor(buffer, at: range.lowerBound)
    guard range.lowerBound.offset > 0, before.step(.backward), before.kind == .blank else {
      return range
    }
    return runStart(from: before.position, .small)..<range.upperBound
  }

  private func bracketed(
    _ open: Character,
    _ close: Character,
    _ scope: ViTextObject.Scope,
    _ count: Int
  ) -> ViSpan? {
    let depth = cursor.character == open ? count - 1 : count
    var start: TextBuffer.Position? = place
    if depth > 0 { start = cursor.bracket(open, opposite: close, .backward, depth: depth) }
    // Outside of all brackets, vi takes the next.
    if start == nil, count == 1 { start = next(open) }
    guard let start,
      let end = ViCursor(buffer, at: start).bracket(close, opposite: open, .forward, depth: 1)
    else { return nil }
    guard scope == .inner else {
      return ViSpan(range: start..<ViCursor(buffer, at: end).next, isLinewise: false)
    }
    return inside(start, end)
  }

  private func next(_ wanted: Character) -> TextBuffer.Position? {
    var cursor = cursor
    while cursor.step(.forward) { if cursor.character == wanted { return cursor.position } }
    return nil
  }

  /// Between two brackets; where they stand on lines of their own, the lines between them.
  private func inside(_ open: TextBuffer.Position, _ close: TextBuffer.Position) -> ViSpan {
    var inner = ViCursor(buffer, at: ViCursor(buffer, at: open).next)
    if inner.isAtLineEnd, close.line > open.line { inner.step(.forward) }
    let isFirstOfLine = ViCursor(buffer, at: close).isInIndent && close.line > open.line
    guard isFirstOfLine, inner.position.line < close.line else {
      return ViSpan(range: inner.position..<max(inner.position, close), isLinewise: false)
    }
    let end = buffer.endOfLine(close.line - 1)
    let isLinewise = inner.position.offset == 0
    return ViSpan(range: inner.position..<max(inner.position, end), isLinewise: isLinewise)
  }

  /// Lines with text, or lines without; around also those of the other sort that follow.
  private func paragraphs(_ scope: ViTextObject.Scope, _ count: Int) -> ViSpan? {
    let lines = buffer.lines
    func isBlank(_ line: Int) -> Bool { lines[line].allSatisfy(\.isWhitespace) }
    var first = place.line
    while first > 0, isBlank(first - 1) == isBlank(place.line) { first -= 1 }
    var end = place.line
    func takeRun() -> Bool {
      guard end < lines.count else { return false }
      let kind = isBlank(end)
      while end < lines.count, isBlank(end) == kind { end += 1 }
      return true
    }
    for _ in 0..<count {
      guard takeRun() else { return nil }
      if scope == .around, !takeRun() {
        guard !isBlank(place.line) else { return nil }
        while first > 0, isBlank(first - 1) { first -= 1 }
      }
    }
    let start = TextBuffer.Position(line: first, offset: 0)
    return ViSpan(range: start..<buffer.endOfLine(end - 1), isLinewise: true)
  }
}
