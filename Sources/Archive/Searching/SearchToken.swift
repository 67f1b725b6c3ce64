import Conversation

/// A piece of a query: a word, a phrase in quotes, or a field with its value.
enum SearchToken: Hashable {
  case word(String)
  case phrase(String)
  case field(Field, String)

  /// What narrows a search.
  enum Field: String, CaseIterable {
    case preset
    case tag
    case role
    case after
    case before
  }

  /// Cuts a text at white space, but not within quotes; a quote that never closes reaches to the end.
  static func tokens(of text: String) -> [SearchToken] {
    var tokens: [SearchToken] = []
    var rest = text[...]
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard let first = rest.first else { return tokens }
      if first == "\"" {
        tokens.append(.phrase(takeQuoted(&rest)))
        continue
      }
      let word = rest.prefix { !$0.isWhitespace && $0 != "\"" }
      rest = rest[word.endIndex...]
      tokens.append(token(word, &rest))
    }
  }

  private static func token(_ word: Substring, _ rest: inout Substring) -> SearchToken {
    guard let colon = word.firstIndex(of: ":") else { return .word(String(word)) }
    let value = word[word.index(after: colon)...]
    guard let field = Field(rawValue: word[..<colon].lowercased()) else {
      return .word(String(word))
    }
    if value.isEmpty, rest.first == "\"" { return .field(field, takeQuoted(&rest)) }
    return .field(field, String(value))
  }

  private static func takeQuoted(_ rest: inout Substring) -> String {
    let inside = rest.dropFirst().prefix { $0 != "\"" }
    rest = rest[inside.endIndex...].dropFirst()
    return String(inside)
  }
}

extension SearchToken.Field {
  /// What the field wants instead of a value that it cannot have.
  func problem(with value: String) -> String {
    let wanted =
      switch self {
      case .preset: "the name of a preset, as in preset:fast"
      case .tag: "a tag, as in tag:work"
      case .role: MessageRole.allCases.map(\.rawValue).joined(separator: ", ")
      case .after, .before:
        "a date, as in \(rawValue):2026-01-31, \(rawValue):2026-01 or \(rawValue):2026"
      }
    let found = value.isEmpty ? "nothing" : "\"\(value)\""
    return "\(rawValue): wants \(wanted), not \(found)"
  }
}
