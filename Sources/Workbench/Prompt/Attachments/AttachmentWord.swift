/// A word of a prompt that names a file to attach: `@notes.md`, `@my\ notes.md`, `@"my notes.md"`.
///
/// It begins with `@` at the start of a line or after a blank, and does not go on to the next line. It is
/// found by its form alone: whether there is such a file, nobody has looked.
package struct AttachmentWord: Sendable, Hashable {
  /// From the `@` to the end, in UTF-8 bytes of the line.
  package var range: Range<Int>
  /// The path without its quoting, empty for an `@` alone; `~/` stands as it was typed.
  package var path: String
  /// Whether the path stands between quotation marks; the word ends with the closing one then, otherwise
  /// before a blank that has no backslash.
  package var isQuoted = false
  /// Whether a quotation mark or a backslash waits for what would end it, as while one types.
  package var isOpen = false

  /// The words of a line, from left to right; linear in its length.
  package static func words(inLine line: String) -> [AttachmentWord] {
    var words: [AttachmentWord] = []
    var scanner = AttachmentWordScanner(Array(line.utf8))
    while let word = scanner.next() { words.append(word) }
    return words
  }

  /// The word that a place of a line, in UTF-8 bytes, is in or at the end of; the place before the `@` is not
  /// in it.
  package static func word(inLine line: String, at offset: Int) -> AttachmentWord? {
    words(inLine: line).last { $0.range.lowerBound < offset && offset <= $0.range.upperBound }
  }

  /// The word for a path: bare where that is enough, in quotation marks otherwise.
  ///
  /// `words(inLine:)` reads it back as the same path; a path with a line end cannot be written.
  package static func text(forPath path: String) -> String {
    "@" + quoted(path)
  }

  private static func quoted(_ path: String) -> String {
    let needsQuotes = path.utf8.contains { $0.isBlank || $0.isBackslash || $0.isQuote }
    guard needsQuotes else { return path }
    var text = "\""
    for scalar in path.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { text.unicodeScalars.append("\\") }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
