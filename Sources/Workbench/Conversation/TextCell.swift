import Conversation
import Typeset

/// A character of what was said as it stands on a row: where the caret can be.
struct TextCell: Sendable, Equatable {
  enum Kind: Sendable {
    case blank
    case word
    case sign
  }

  /// From the document's left edge, up to where the last glyph of it ends.
  private(set) var columns: Range<Int>
  let offset: Int
  let kind: Kind

  var column: Int { columns.lowerBound }

  fileprivate mutating func grow(to end: Int) { columns = column..<max(columns.upperBound, end) }
}

extension MessageText {
  /// The characters on a row of the content, from left to right.
  func cells(ofBodyRow row: Int, codeOffset: Int) -> [TextCell] {
    var cells: [TextCell] = []
    body.forEachGlyph(ofRow: row, codeOffset: codeOffset) { glyph, place in
      guard let offset = place.source else { return }
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
