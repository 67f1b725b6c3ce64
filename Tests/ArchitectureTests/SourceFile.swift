/// One Swift file of ours, as text.
struct SourceFile {
  /// From the root of the repository.
  let path: String
  let text: String

  /// `Broker` for `Sources/Broker/Request/Body.swift`.
  var target: String {
    path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
  }

  var lines: [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The modules that the file imports, without submodules and symbols: `import struct A.B` is `A`.
  var imports: [String] {
    lines.filter { $0.contains("import") }.compactMap { line in
      line.firstMatch(
        of:
          /^\s*(?:@\w+(?:\(\w+\))?\s+|\w+\s+)*?import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+)/
      ).map { String($0.1) }
    }
  }

  /// The lines that hold the word outside of comments and quotes; numbered from 1.
  func code(with word: String) -> [(number: Int, text: String)] {
    lines.enumerated().filter { $0.element.contains(word) }.map { index, line in
      let bare = line.replacing(/"(?:[^"\\]|\\.)*"/, with: "\"\"").replacing(/\/\/.*/, with: "")
      return (number: index + 1, text: String(bare))
    }
    .filter { $0.text.contains(word) }
  }

  /// `path:line: text` of every line of code that holds both the word and the pattern; the word is
  /// there because it is found much faster.
  func places(of word: String, in pattern: Regex<Substring>) -> [String] {
    code(with: word).filter { $0.text.contains(pattern) }.map { "\(path):\($0.number): \($0.text)" }
  }
}
