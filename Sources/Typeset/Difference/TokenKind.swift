/// What a piece of a text is to a comparison.
enum TokenKind: UInt8, Sendable, Hashable {
  /// Letters and digits in a row; `don't` and `3.14` are one.
  case word
  /// One character of a writing that puts no blanks between words.
  case character
  /// Blanks in a row.
  case blank
  /// One end of a line.
  case newline
  /// One sign, or the same one in a row.
  case sign

  /// Whether it says something by itself.
  var isSpoken: Bool { self == .word || self == .character }

  /// The kind of a cluster, by its first scalar.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5F: self = .word
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: self = .newline
    case 0x20, 0x09, 0x0B, 0x0C: self = .blank
    case 0...0x7F: self = .sign
    default: self = Self.uncommon(scalar)
    }
  }

  private static func uncommon(_ scalar: UInt32) -> TokenKind {
    guard let properties = Unicode.Scalar(scalar)?.properties else { return .sign }
    if properties.isWhitespace { return .blank }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return isWithoutBlanks(scalar) ? .character : .word
    default: return .sign
    }
  }

  /// Han, kana, bopomofo; Thai, Lao, Tibetan, Myanmar, Khmer.
  private static func isWithoutBlanks(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x30FF, 0x3105...0x312F, 0x31A0...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x1B000...0x1B16F, 0x20000...0x3FFFF, 0x0E00...0x0FFF, 0x1000...0x109F,
      0x1780...0x17FF:
      true
    default: false
    }
  }
}
