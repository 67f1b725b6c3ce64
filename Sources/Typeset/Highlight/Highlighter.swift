/// Gives the words of code their roles, a line at a time.
///
/// A class because it owns source-highlight's languages, which are opened at their first use and kept.
/// For one thread, the main one; others may have their own, but wait for each other in the library.
package final class Highlighter {
  /// A longer line stays plain, and so does a shorter one that is as much work: none may hold up the screen.
  package static let longestLineInBytes = 2_000

  /// The folder of the library's own definitions; where it is missing their languages are plain.
  private let libraryFolder: String
  private var engines: [CodeLanguage: HighlightEngine?] = [:]

  package init(libraryFolder: String = "/usr/share/source-highlight") {
    self.libraryFolder = libraryFolder
  }

  /// Colours one line, without its line break, as it stands after a line that left `state` open.
  package func colour(
    _ line: String,
    in language: CodeLanguage,
    after state: LineState
  ) -> ColouredLine {
    var line = line
    return line.withUTF8 { colour($0, in: language, after: state) }
  }

  /// The same for a line's UTF-8.
  package func colour(
    _ bytes: UnsafeBufferPointer<UInt8>,
    in language: CodeLanguage,
    after state: LineState
  ) -> ColouredLine {
    guard bytes.count <= Self.longestLineInBytes, let engine = engine(of: language) else {
      return ColouredLine(spans: [], state: state)
    }
    return engine.colour(bytes, after: state)
  }

  /// Whether a language was opened, so that colouring costs no more than the line.
  package func isOpen(_ language: CodeLanguage) -> Bool { engines[language] != nil }

  /// Nil when the definition is missing; it is looked for once.
  private func engine(of language: CodeLanguage) -> HighlightEngine? {
    if let known = engines[language] { return known }
    let engine = HighlightEngine(language.definition, libraryFolder: libraryFolder)
    engines[language] = .some(engine)
    return engine
  }
}
