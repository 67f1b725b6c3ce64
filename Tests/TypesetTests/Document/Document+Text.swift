import Support

@testable import Typeset

extension Document {
  /// A text that comes in pieces of so many scalars, read and laid out now and then on the way.
  init(
    growing text: String,
    by pieces: ClosedRange<Int>,
    widthInColumns width: Int,
    using random: inout SeededGenerator
  ) {
    self.init(widthInColumns: width)
    var rest = Array(text.unicodeScalars)[...]
    while !rest.isEmpty {
      let part = rest.prefix(Int.random(in: pieces, using: &random))
      rest = rest.dropFirst(part.count)
      append(String(String.UnicodeScalarView(part)))
      if Bool.random(using: &random) { read() }
      if Bool.random(using: &random) { layOutAll() }
    }
    finish()
    layOutAll()
  }

  /// A document as it would be drawn: a row a line, wide characters once.
  var rowsAsText: [String] {
    (0..<rowCount).map { row in
      var text = ""
      var column = 0
      forEachGlyph(ofRow: row) { glyph, place in
        while column < place.column {
          text += " "
          column += 1
        }
        text += glyph.text
        column += Int(glyph.width)
      }
      return text
    }
  }

  /// Lays out every row.
  mutating func layOutAll() {
    while layOut(rows: 0..<rowCount) {}
  }

  /// Everything that is drawn: glyphs, places, styles, where they come from.
  var drawing: [[Drawn]] {
    (0..<rowCount).map { row in
      var glyphs: [Drawn] = []
      forEachGlyph(ofRow: row) { glyphs.append(Drawn(glyph: $0, place: $1)) }
      return glyphs
    }
  }

  struct Drawn: Equatable {
    var glyph: Glyph
    var place: DocumentPlace
  }
}

extension [[Document.Drawn]] {
  /// The first glyph that is not the same, in both.
  func differs(from other: [[Document.Drawn]]) -> String? {
    for (row, (mine, theirs)) in zip(self, other).enumerated() {
      for (one, two) in zip(mine, theirs) where one != two {
        return "row \(row): \(one.glyph.text) \(one.place) or \(two.glyph.text) \(two.place)"
      }
    }
    return count == other.count ? nil : "\(count) rows or \(other.count)"
  }
}
