/// The colours of a piece of code as far as it was looked at.
struct CodeColours: Sendable {
  struct Line: Sendable {
    /// Where the line begins in the code.
    var start: Int
    var spans: [CodeSpan]
    var after: LineState

    /// What a place of the code is; `nil` where it has no colour of its own.
    func role(at offset: Int) -> CodeRole? {
      spans.first { $0.start <= offset - start && offset - start < $0.end }?.role
    }
  }

  /// Line by line from the top.
  private(set) var lines: [Line] = []

  /// Forgets the lines after the first ones.
  mutating func keep(first count: Int) {
    if count < lines.count { lines.removeLast(lines.count - count) }
  }

  /// The line that a place of the code is in; `nil` where it was not looked at.
  func line(at offset: Int) -> Line? {
    let index = lines.partition { $0.start <= offset } - 1
    return index >= 0 ? lines[index] : nil
  }

  mutating func append(_ line: Line) { lines.append(line) }
}
