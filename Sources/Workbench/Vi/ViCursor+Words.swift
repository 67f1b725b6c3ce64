extension ViCursor {
  /// Where a stretch of words ends at the latest.
  enum Stop {
    case anywhere
    /// The end of the line when the last word is reached, for operators.
    case lineEnd
  }

  /// To the start of the next word; an empty line is a word.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  mutating func wordForward(_ word: ViWord, _ count: Int, upTo stop: Stop) -> Bool {
    for remaining in (0..<count).reversed() {
      let start = kind(as: word)
      let isLastLine = position.line == buffer.lines.count - 1
      let stopsHere = stop == .lineEnd && remaining == 0
      guard step(.forward) else { return false }
      if isAtLineEnd, isLastLine { return false }
      if stopsHere, hasLeftLine { return true }
      if start != .blank {
        while kind(as: word) == start {
          guard step(.forward) else { return true }
          if stopsHere, hasLeftLine { return true }
        }
      }
      while kind == .blank, !isOnEmptyLine { guard step(.forward) else { return true } }
    }
    return true
  }

  /// To the start of the word, or of the one before.
  ///
  /// - Returns: `false` where the text begins too early.
  @discardableResult
  mutating func wordBackward(_ word: ViWord, _ count: Int) -> Bool {
    for _ in 0..<count {
      guard step(.backward) else { return false }
      var isAtEmptyLine = false
      while kind == .blank, !isAtEmptyLine {
        isAtEmptyLine = isOnEmptyLine
        if !isAtEmptyLine, !step(.backward) { return true }
      }
      if isAtEmptyLine { continue }
      guard skip(kind(as: word), as: word, .backward) else { return true }
      step(.forward)
    }
    return true
  }

  /// To the last character of the word, or of the next one.
  ///
  /// With `staysInWord`, the end of a word counts from its last character, as for `cw`.
  mutating func wordEnd(_ word: ViWord, _ count: Int, staysInWord: Bool) {
    var staysInWord = staysInWord
    for _ in 0..<count {
      let start = kind(as: word)
      guard step(.forward) else { return }
      if kind(as: word) == start, start != .blank {
        guard skip(start, as: word, .forward) else { return }
      } else if !staysInWord || start == .blank {
        while kind == .blank { guard step(.forward) else { return } }
        guard skip(kind(as: word), as: word, .forward) else { return }
      }
      step(.backward)
      staysInWord = false
    }
  }

  /// Whether the last step went behind the last character of a line, or to another line.
  private var hasLeftLine: Bool { isAtLineEnd || position.offset == 0 }
}
