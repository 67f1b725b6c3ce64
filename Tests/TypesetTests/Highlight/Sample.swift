import FoundationEssentials
import Testing

@testable import Typeset

/// A text that shows what there is to colour in a language, from the folder `Samples`.
struct Sample: CustomTestStringConvertible, Sendable {
  /// The language's name, and the file's.
  let testDescription: String
  let language: CodeLanguage
  let lines: [String]

  init(of language: CodeLanguage) throws {
    let name = Self.fileName(of: language)
    testDescription = language.name
    self.language = language
    let path = Self.folder + "/Samples/\(name).txt"
    let data = try #require(FileManager.default.contents(atPath: path), "\(path) is missing")
    lines = String(decoding: data, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    ).dropLast().map(String.init)
  }

  var goldenPath: String {
    Self.folder + "/Goldens/\(Self.fileName(of: language)).txt"
  }

  /// The lines coloured one after another from the top.
  func coloured(by highlighter: Highlighter) -> [ColouredLine] {
    var state = LineState.fresh
    return lines.map { line in
      let coloured = highlighter.colour(line, in: language, after: state)
      state = coloured.state
      return coloured
    }
  }

  private static let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast().joined(separator: "/")

  private static func fileName(of language: CodeLanguage) -> String {
    language.name.lowercased().filter { !$0.isWhitespace }
  }
}

extension CodeRole {
  /// Stands under a character of this role in a golden.
  var letter: Character {
    switch self {
    case .plain: " "
    case .comment: "/"
    case .keyword: "k"
    case .type: "T"
    case .string: "s"
    case .escape: "e"
    case .number: "0"
    case .function: "f"
    case .constant: "C"
    case .preprocessor: "#"
    case .attribute: "@"
    case .variable: "$"
    case .symbol: "."
    case .inserted: "+"
    case .deleted: "-"
    }
  }
}

extension ColouredLine {
  /// The letter of each character's role, without blanks at the end.
  func letters(under line: String) -> String {
    var roles = [CodeRole](repeating: .plain, count: line.utf8.count)
    for span in spans {
      for offset in span.start..<span.end { roles[offset] = span.role }
    }
    var letters = ""
    for index in line.indices {
      letters.append(roles[line.utf8.distance(from: line.startIndex, to: index)].letter)
    }
    while letters.last == " " { letters.removeLast() }
    return letters
  }
}
