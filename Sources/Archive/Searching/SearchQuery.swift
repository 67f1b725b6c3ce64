import Conversation

/// What is looked for, as a person types it.
///
/// `words` that all occur, the last one as a beginning while it is typed, `wor*` for a beginning, `"a phrase"`;
/// `preset:fast tag:work role:user after:2026-01-01 before:2026-02` narrow it. What cannot be understood, such as half
/// a date, does not narrow.
package struct SearchQuery: Sendable, Hashable {
  /// One word or phrase.
  struct Term: Sendable, Hashable {
    var text: String
    /// Whether words that only begin like that count too.
    var isPrefix = false
  }

  var terms: [Term] = []
  var presets: [String] = []
  var tags: [String] = []
  var role: MessageRole?
  /// The first moment that counts.
  var after: WallTime?
  /// The first moment that does not count any more.
  var before: WallTime?
  /// A sentence for each field whose value cannot be understood: what it wants.
  package private(set) var problems: [String] = []

  /// Reads a query; `midnight` gives the beginning of a day in the user's calendar.
  package init(
    _ text: String,
    midnight: (Int, Int, Int) -> WallTime? = WallTime.init(midnightOf:month:day:)
  ) {
    for token in SearchToken.tokens(of: text) { take(token, midnight) }
    if let last = text.unicodeScalars.last, !last.properties.isWhitespace, last != "\"",
      case .word? = SearchToken.tokens(of: text).last, !terms.isEmpty
    {
      terms[terms.count - 1].isPrefix = true
    }
  }

  /// Whether it narrows nothing.
  package var isEmpty: Bool {
    terms.isEmpty && presets.isEmpty && tags.isEmpty && role == nil && after == nil && before == nil
  }

  /// The terms for FTS5's MATCH, always in quotes, so that nothing in them is its syntax; `nil` without any.
  var match: String? {
    guard !terms.isEmpty else { return nil }
    return terms.map { term in
      "\"\(term.text.withDoubledQuotes)\"\(term.isPrefix ? "*" : "")"
    }
    .joined(separator: " ")
  }

  private mutating func take(_ token: SearchToken, _ midnight: (Int, Int, Int) -> WallTime?) {
    switch token {
    case .word(let word): takeWord(word)
    case .phrase(let text):
      if text.hasWords { terms.append(Term(text: text.replacingNULs)) }
    case .field(let field, let value):
      if !take(field, value, midnight) { problems.append(field.problem(with: value)) }
    }
  }

  /// Whether the value is one that the field can have.
  private mutating func take(
    _ field: SearchToken.Field,
    _ value: String,
    _ midnight: (Int, Int, Int) -> WallTime?
  ) -> Bool {
    guard !value.isEmpty else { return false }
    switch field {
    case .preset: presets.append(value)
    case .tag: tags.append(value)
    case .role:
      guard let role = MessageRole(rawValue: value.lowercased()) else { return false }
      self.role = role
    case .after:
      guard let date = Self.date(value, midnight) else { return false }
      after = date
    case .before:
      guard let date = Self.date(value, midnight) else { return false }
      before = date
    }
    return true
  }

  private mutating func takeWord(_ word: String) {
    let isPrefix = word.hasSuffix("*")
    let text = isPrefix ? String(word.dropLast()) : word
    // Signs alone are no word for the index either, and would match nothing.
    if text.hasWords { terms.append(Term(text: text.replacingNULs, isPrefix: isPrefix)) }
  }

  /// `2026`, `2026-03` or `2026-03-09`.
  private static func date(
    _ text: String,
    _ midnight: (Int, Int, Int) -> WallTime?
  ) -> WallTime? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: true).map { Int($0) }
    guard (1...3).contains(parts.count), let year = parts[0], (1970...9999).contains(year) else {
      return nil
    }
    let month = parts.count > 1 ? parts[1] : 1
    let day = parts.count > 2 ? parts[2] : 1
    guard let month, let day, (1...12).contains(month), (1...31).contains(day) else { return nil }
    return midnight(year, month, day)
  }
}

extension String {
  /// Whether the index finds any word in it.
  fileprivate var hasWords: Bool {
    unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  /// By scalars: a quote with a mark on it is one too.
  fileprivate var withDoubledQuotes: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      if scalar == "\"" { text.unicodeScalars.append(scalar) }
      text.unicodeScalars.append(scalar)
    }
  }

  fileprivate var replacingNULs: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{0}" ? " " : $0 }))
  }
}
