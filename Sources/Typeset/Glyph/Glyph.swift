/// What one or two cells of the screen hold: a base character with its combining marks.
///
/// Always safe to send, and `width` is what the C library says of `base`. A `Character` is drawn as one
/// or more glyphs: a scalar that takes a column begins one; sequences that terminals disagree about are
/// drawn as their base emoji in two columns; what must not reach a terminal becomes a visible
/// substitute. The source text keeps the whole character.
package struct Glyph: Sendable, Hashable {
  /// A printable scalar, never a control, never of no width.
  package var base: UInt32
  /// Up to four combining marks (scalars), 0 where there is none.
  package var marks: SIMD4<UInt32>
  /// Columns: 1 or 2.
  package var width: UInt8
  /// Whether this stands for something that is not sent, such as `<U+202E>` or `␛`.
  package var isSubstitute: Bool

  package init(
    base: UInt32,
    marks: SIMD4<UInt32> = .zero,
    width: UInt8 = 1,
    isSubstitute: Bool = false
  ) {
    self.base = base
    self.marks = marks
    self.width = width
    self.isSubstitute = isSubstitute
  }

  package static let space = Glyph(base: 0x20)
  /// Stands in where a wide glyph has only one column.
  package static let clipped = Glyph(base: 0xFFFD, isSubstitute: true)
}

extension Glyph {
  /// The scalars as text.
  package var text: String {
    var text = ""
    for value in [base, marks[0], marks[1], marks[2], marks[3]] where value != 0 {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}
