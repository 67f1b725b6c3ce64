/// How a scalar that is never sent is shown.
enum Substitute {
  /// A control picture for C0 and DEL, else the number: `<U+202E>`.
  static func append(for scalar: UInt32, to glyphs: inout [Glyph]) {
    if let picture = picture(for: scalar) {
      glyphs.append(Glyph(base: picture, isSubstitute: true))
      return
    }
    for byte in text(for: scalar).utf8 {
      glyphs.append(Glyph(base: UInt32(byte), isSubstitute: true))
    }
  }

  static func text(for scalar: UInt32) -> String {
    if let picture = picture(for: scalar).flatMap(Unicode.Scalar.init) {
      return String(Character(picture))
    }
    let digits = String(scalar, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }

  private static func picture(for scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0..<0x20: 0x2400 + scalar
    case 0x7F: 0x2421
    default: nil
    }
  }
}
