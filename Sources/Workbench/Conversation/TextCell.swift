import Conversation
import Typeset

/// A character of what was said as it stands on a row: where the caret can be.
struct TextCell: Sendable, Equatable {
  enum Kind: Sendable {
    case blank
    case word
    case sign
  }

  /// From the document's left edge, up to where the last glyph of it ends; in code as far as its line goes,
  /// whatever is cut.
  private(set) var columns: Range<Int>
  let offset: Int
  let kind: Kind

  var column: Int { columns.lowerBound }

  fileprivate mutating func grow(to end: Int) { columns = column..<max(columns.upperBound, end) }
}

extension MessageText {
  /// The characters on a row of a text, from left to right; of a very long line those near a column.
  func cells(of section: MessageSection, row: Int, near column: Int = 0) -> [TextCell] {
    let reach = column - Self.reachInColumns..<column + Self.reachInColumns
    var cells: [TextCell] = []
    document(section).forEachGlyph(ofRow: row, codeOffset: nil) { glyph, place in
      guard let offset = place.source, reach.contains(place.column) else { return }
      let columns = place.column..<place.column + max(1, Int(glyph.width))
      if let last = cells.last, offset == last.offset, columns.lowerBound <= last.columns.upperBound
      {
        cells[cells.count - 1].grow(to: columns.upperBound)
      } else {
        cells.append(TextCell(columns: columns, offset: offset, kind: TextCell.Kind(glyph)))
      }
    }
    return cells
  }

  /// How far a caret sees along a line.
  private static var reachInColumns: Int { 10_000 }
}

extension TextCell.Kind {
  fileprivate init(_ glyph: Glyph) {
    guard glyph.base != 0x20, let scalar = Unicode.Scalar(glyph.base) else {
      self = .blank
      return
    }
    let properties = scalar.properties
    let isWord = scalar == "_" || properties.isAlphabetic || properties.numericType != nil
    self = isWord ? .word : .sign
  }
}
