/// The colours of a piece of code as far as it was looked at.
struct CodeColours: Sendable {
  struct Line: Sendable {
    /// Where the line begins in the code.
    var start: Int
    /// Where it ends, before its line end.
    var end: Int
    var coloured: ColouredLine

    /// What a place of the code is; `nil` where it has no colour of its own.
    func role(at offset: Int) -> CodeRole? {
      let spans = coloured.spans
      let index = spans.partition { $0.end <= offset - start }
      guard index < spans.count, spans[index].start <= offset - start else { return nil }
      return spans[index].role
    }
  }

  /// Line by line from the top, each going on from the state of the one before.
  private(set) var lines: [Line] = []
  /// Lines in view further down, coloured as if nothing were open above them, until their turn comes.
  private(set) var guesses: [Line] = []

  /// What the last line leaves open.
  var stateAtEnd: LineState { lines.last?.coloured.state ?? .fresh }

  /// Where the first line begins that has no colours yet; past the end when all have.
  var end: Int { lines.last.map { $0.end + 1 } ?? 0 }

  /// Forgets the lines after the first ones.
  mutating func keep(first count: Int) {
    if count < lines.count { lines.removeLast(lines.count - count) }
    guesses = []
  }

  /// Forgets a line that ends where the code has ended until now, since it goes on.
  mutating func reopen(lineEndingAt end: Int) {
    if lines.last?.end == end { lines.removeLast() }
    guesses = []
  }

  mutating func append(_ line: Line) { lines.append(line) }

  /// Forgets the guesses when all their lines have their colours.
  ///
  /// - Returns: Whether there were any.
  mutating func dropGuesses() -> Bool {
    guard let last = guesses.last, end > last.end else { return false }
    guesses = []
    return true
  }

  mutating func guess(_ lines: [Line]) { guesses = lines }

  /// The line that a place of the code is in; `nil` where it was not looked at.
  func line(at offset: Int) -> Line? {
    Self.line(at: offset, of: lines) ?? Self.line(at: offset, of: guesses)
  }

  private static func line(at offset: Int, of lines: [Line]) -> Line? {
    let index = lines.partition { $0.start <= offset } - 1
    return index >= 0 && offset <= lines[index].end ? lines[index] : nil
  }
}
