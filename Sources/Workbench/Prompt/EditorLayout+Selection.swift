import Typeset

extension EditorLayout {
  /// The selected columns of the rows from a row down; none at all where nothing is selected.
  func selections(from top: RowPosition, count: Int) -> [Range<Int>?] {
    guard selection != nil else { return [] }
    return map(from: top, count: count) { layout, row, line in
      selection(in: layout, line: line, row: row)
    }
  }

  /// A selected line end shows as one column behind the text.
  private func selection(in layout: TextLayout, line: Int, row: Int) -> Range<Int>? {
    guard let selection, selection.lowerBound.line <= line, line <= selection.upperBound.line else {
      return nil
    }
    let start = selection.lowerBound.line < line ? 0 : selection.lowerBound.offset
    let end = selection.upperBound.line > line ? .max : selection.upperBound.offset
    var columns: Range<Int>?
    layout.forEachGlyph(ofLine: row) { glyph, place in
      guard start <= place.sourceOffset, place.sourceOffset < end else { return }
      let next = place.column + Int(glyph.width)
      columns = (columns?.lowerBound ?? place.column)..<next
    }
    let isLastRow = row == layout.lineCount - 1
    guard isLastRow, end == .max, start <= layout.source.count else { return columns }
    let width = layout.line(at: row).widthInColumns
    return (columns?.lowerBound ?? width)..<width + 1
  }
}
