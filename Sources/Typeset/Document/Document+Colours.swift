extension Document {
  /// How much may be coloured at once.
  package struct ColourBudget: Sendable {
    /// Lines left; about 40 µs each.
    package var lines: Int
    /// Whether languages may be opened that were not yet, some milliseconds each.
    package var opensLanguages: Bool

    package init(lines: Int, opensLanguages: Bool) {
      self.lines = lines
      self.opensLanguages = opensLanguages
    }
  }

  /// Colours the code on some rows, and what is above it in the same piece as far as the budget goes.
  ///
  /// - Returns: Whether anything on the rows has changed.
  package mutating func colour(
    rows: Range<Int>,
    using highlighter: Highlighter,
    budget: inout ColourBudget
  ) -> Bool {
    guard !blocks.isEmpty, !rows.isEmpty else { return false }
    var isChanged = false
    var index = blockIndex(atRow: rows.lowerBound)
    while index < blocks.count, starts[index] < rows.upperBound, budget.lines > 0 {
      let above = starts[index] + blocks[index].rowsAbove(hasGap: hasGap(index))
      let first = max(0, rows.lowerBound - above)
      let last = min(blocks[index].layout.lineCount, rows.upperBound - above)
      if first < last, blocks[index].colour(lines: first..<last, using: highlighter, &budget) {
        isChanged = true
      }
      index += 1
    }
    return isChanged
  }

  /// Colours code that is not in view, from the top.
  ///
  /// - Returns: Whether lines that had been guessed have their colours now, and whether any were left.
  package mutating func colourRest(
    using highlighter: Highlighter,
    budget: inout ColourBudget
  ) -> (isChanged: Bool, hasMore: Bool) {
    var result = (isChanged: false, hasMore: false)
    for index in blocks.indices where budget.lines > 0 && blocks[index].isCode {
      let before = budget.lines
      _ = blocks[index].colourOn(through: .max, using: highlighter, &budget)
      if budget.lines < before { result.hasMore = true }
      if blocks[index].colours.dropGuesses() { result.isChanged = true }
    }
    return result
  }
}

extension Block {
  /// Colours lines of the layout.
  ///
  /// - Returns: Whether any of them has changed.
  fileprivate mutating func colour(
    lines: Range<Int>,
    using highlighter: Highlighter,
    _ budget: inout Document.ColourBudget
  ) -> Bool {
    guard isCode, !layout.isPending else { return false }
    let end = layout.line(at: lines.upperBound - 1).sourceRange.upperBound
    guard colours.end < end else { return false }
    let known = layout.lineIndex(containingSourceOffset: colours.end)
    if lines.upperBound - known <= budget.lines {
      return colourOn(through: end, using: highlighter, &budget)
    }
    return guess(lines: lines, using: highlighter, &budget)
  }

  /// Goes on from the last line that has its colours.
  fileprivate mutating func colourOn(
    through end: Int,
    using highlighter: Highlighter,
    _ budget: inout Document.ColourBudget
  ) -> Bool {
    guard colours.end < min(end, layout.source.count),
      let language = language.flatMap({ CodeLanguage(named: $0) }),
      budget.opensLanguages || highlighter.isOpen(language)
    else { return false }
    var start = colours.end
    while start < min(end, layout.source.count), budget.lines > 0 {
      let line = colour(lineAt: start, in: language, after: colours.stateAtEnd, using: highlighter)
      colours.append(line)
      budget.lines -= 1
      start = line.end + 1
    }
    return true
  }

  /// Colours lines far below the last that has its colours, as if nothing were open.
  private mutating func guess(
    lines: Range<Int>,
    using highlighter: Highlighter,
    _ budget: inout Document.ColourBudget
  ) -> Bool {
    var first = lines.lowerBound
    while first > 0, layout.line(at: first).isWrapped { first -= 1 }
    var start = layout.line(at: first).sourceRange.lowerBound
    let end = layout.line(at: lines.upperBound - 1).sourceRange.upperBound
    let covered = colours.guesses
    if let from = covered.first?.start, let to = covered.last?.end, from <= start,
      to + 1 >= end
    {
      return false
    }
    guard let language = language.flatMap({ CodeLanguage(named: $0) }),
      budget.opensLanguages || highlighter.isOpen(language)
    else { return false }
    var guesses: [CodeColours.Line] = []
    while start < end, budget.lines > 0 {
      let state = guesses.last?.coloured.state ?? .fresh
      let line = colour(lineAt: start, in: language, after: state, using: highlighter)
      guesses.append(line)
      budget.lines -= 1
      start = line.end + 1
    }
    colours.guess(guesses)
    return true
  }

  private func colour(
    lineAt start: Int,
    in language: CodeLanguage,
    after state: LineState,
    using highlighter: Highlighter
  ) -> CodeColours.Line {
    let end = layout.endOfSourceLine(at: start)
    let coloured = layout.source.withUnsafeBufferPointer { bytes in
      highlighter.colour(
        UnsafeBufferPointer(rebasing: bytes[start..<end]),
        in: language,
        after: state
      )
    }
    return CodeColours.Line(start: start, end: end, coloured: coloured)
  }
}

extension TextLayout {
  /// Where the line end stands that ends the line at an offset; the end of the text for the last.
  fileprivate func endOfSourceLine(at start: Int) -> Int {
    source[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
  }
}
