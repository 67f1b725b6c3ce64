@testable import Typeset

extension Document {
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
