/// A piece of a query: a word, a phrase in quotes, or a field with its value.
enum SearchToken: Hashable {
  case word(String)
  case phrase(String)
  case field(String, String)

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
    let name = word[..<colon].lowercased()
    let value = word[word.index(after: colon)...]
    guard ["preset", "tag", "role", "after", "before"].contains(name) else {
      return .word(String(word))
    }
    if value.isEmpty, rest.first == "\"" { return .field(name, takeQuoted(&rest)) }
    return .field(name, String(value))
  }

  private static func takeQuoted(_ rest: inout Substring) -> String {
    let inside = rest.dropFirst().prefix { $0 != "\"" }
    rest = rest[inside.endIndex...].dropFirst()
    return String(inside)
  }
}
