/// Reads a formula, once from left to right, into pieces.
struct MathParser {
  /// The formula holds something that has no simple form.
  struct NotSimple: Error {}

  /// What ends a list of pieces.
  enum End {
    case end
    case brace
    /// The `]` of an optional argument.
    case bracket
    /// `\right`, which is read too.
    case right
  }

  static let deepestNesting = 32

  private let source: [Character]
  private var position = 0
  private var depth = 0

  init(_ source: String) {
    self.source = Array(source)
  }

  /// The pieces up to an end, which is read too.
  mutating func pieces(until end: End) throws(NotSimple) -> [MathPiece] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else { throw NotSimple() }
    var list = BracketedPieces()
    while true {
      skipBlanks()
      guard let next = peek else {
        guard end == .end else { throw NotSimple() }
        return list.finished
      }
      if try reads(end, next) { return list.finished }
      list.append(try atom())
    }
  }

  private mutating func reads(_ end: End, _ next: Character) throws(NotSimple) -> Bool {
    switch (end, next) {
    case (.brace, "}"), (.bracket, "]"):
      position += 1
      return true
    case (_, "}"), (_, "&"), (_, "$"): throw NotSimple()
    case (.right, "\\"):
      let start = position
      if try commandName() == "right" { return true }
      position = start
      return false
    default: return false
    }
  }

  /// One atom with its superscripts and subscripts; several pieces for a group in braces.
  mutating func atom() throws(NotSimple) -> [MathPiece] {
    var pieces = try nucleus()
    let scripts = try MathScripts(reading: &self)
    guard !scripts.isEmpty else { return pieces }
    let base = pieces.popLast() ?? MathPiece(.ordinary, "")
    return pieces + [scripts.attached(to: base)]
  }

  private mutating func nucleus() throws(NotSimple) -> [MathPiece] {
    guard let character = peek else { throw NotSimple() }
    switch character {
    case "{":
      position += 1
      let inner = try pieces(until: .brace)
      // `{,}` and `{+}` are letters to TeX.
      guard inner.count == 1, let only = inner.first else { return inner }
      switch only.kind {
      case .punctuation, .binary, .relation: return [MathPiece(.ordinary, only.plain)]
      default: return inner
      }
    case "^", "_", "'": return []
    case "\\": return try command(try commandName())
    case "0"..."9": return [MathPiece(.ordinary, number())]
    default:
      position += 1
      return [Self.piece(for: character, colonEquals: character == ":" && take("="))]
    }
  }

  private static func piece(for character: Character, colonEquals: Bool) -> MathPiece {
    switch character {
    case "+", "*", "±": MathPiece(.binary, String(character))
    case "-", "−": MathPiece(.binary, "−")
    case "=", "<", ">", "≤", "≥", "≠", "≈", "∈", "→": MathPiece(.relation, String(character))
    case "(", "[": MathPiece(.opening, String(character))
    case ")", "]", "!": MathPiece(.closing, String(character))
    case ":": colonEquals ? MathPiece(.relation, ":=") : MathPiece(.punctuation, ":")
    case ",", ";": MathPiece(.punctuation, String(character))
    case "~": .space
    default: MathPiece(.ordinary, String(character))
    }
  }

  /// Digits with a decimal point, and with commas before three of them.
  private mutating func number() -> String {
    var digits = ""
    while let next = peek {
      guard next.isDigit || next == "." && digit(at: 1) else { break }
      digits.append(next)
      position += 1
      if peek == ",", digit(at: 1), digit(at: 2), digit(at: 3), !digit(at: 4) {
        digits += ","
        position += 1
      }
    }
    return digits
  }

  private func digit(at distance: Int) -> Bool {
    position + distance < source.count && source[position + distance].isDigit
  }
}

extension MathParser {
  var peek: Character? { position < source.count ? source[position] : nil }

  /// Reads a character if it is the next one.
  mutating func take(_ character: Character) -> Bool {
    guard peek == character else { return false }
    position += 1
    return true
  }

  mutating func skipBlanks() {
    while let next = peek, next.isWhitespace { position += 1 }
  }

  /// What a command applies to: a group in braces, one character or one command.
  mutating func argument() throws(NotSimple) -> [MathPiece] {
    skipBlanks()
    if take("{") { return try pieces(until: .brace) }
    guard let next = peek, next != "}", next != "]", next != "&", next != "$" else {
      throw NotSimple()
    }
    if next.isDigit {
      position += 1
      return [MathPiece(.ordinary, String(next))]
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else { throw NotSimple() }
    return try nucleus()
  }

  /// The `[…]` after `\sqrt`; empty where there is none.
  mutating func optionalArgument() throws(NotSimple) -> [MathPiece] {
    skipBlanks()
    return take("[") ? try pieces(until: .bracket) : []
  }

  /// The words in braces, blanks and all.
  mutating func words() throws(NotSimple) -> String {
    skipBlanks()
    guard take("{") else { throw NotSimple() }
    var text = ""
    var open = 1
    while let next = peek {
      position += 1
      switch next {
      case "{": open += 1
      case "}":
        open -= 1
        if open == 0 { return text }
      case "$": throw NotSimple()
      case "\\":
        guard let escaped = peek, " #$%&_{}".contains(escaped) else { throw NotSimple() }
        position += 1
        text.append(escaped)
      default: text.append(next.isWhitespace || next == "~" ? " " : next)
      }
    }
    throw NotSimple()
  }

  /// Reads a backslash and the name after it: letters, or one other character.
  mutating func commandName() throws(NotSimple) -> String {
    position += 1
    guard let first = peek else { throw NotSimple() }
    position += 1
    var name = String(first)
    guard first.isLatin else { return name }
    while let next = peek, next.isLatin {
      name.append(next)
      position += 1
    }
    return name
  }
}

extension Character {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isLatin: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
