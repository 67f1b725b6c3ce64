/// Joins typed lines into entries: a backslash at the end of a line goes on in the next, and three quotes
/// on a line of their own begin and end a text that is taken as it is.
struct LineAssembler: Sendable {
  /// Something that was typed to its end.
  struct Entry: Sendable, Hashable {
    var text: String
    /// Whether the text stood between quotes, where nothing in it is a command.
    var isQuoted = false
  }

  private var lines: [String] = []
  private var isInQuotes = false

  /// Whether the next line belongs to an entry that has begun.
  var isContinuing: Bool { isInQuotes || !lines.isEmpty }

  /// The entry that this line completes, if it does.
  mutating func feed(_ line: String) -> Entry? {
    let isFence = line.trimmingBlanks == "\"\"\""
    switch (isInQuotes, isFence) {
    case (false, true) where lines.isEmpty: isInQuotes = true
    case (true, true): return finish()
    case (true, false): lines.append(line)
    case (false, _) where line.hasSuffix("\\"): lines.append(String(line.dropLast()))
    case (false, _):
      lines.append(line)
      return finish()
    }
    return nil
  }

  /// What has been typed when no more will come.
  mutating func finish() -> Entry? {
    guard isContinuing else { return nil }
    defer { self = LineAssembler() }
    return Entry(text: lines.joined(separator: "\n"), isQuoted: isInQuotes)
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmingBlanks: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
