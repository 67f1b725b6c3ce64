import Typeset

/// How an editor's text stands on screen: wrapped into rows, with the caret.
///
/// A snapshot of the editor. Only the lines that are asked for are laid out, so that a huge text costs no
/// more than a screenful; a row is therefore named by its line and its place in it. The last
/// column is left to the caret.
package struct EditorLayout {
  /// A row: a line of the text and the row within it, both from 0.
  package struct RowPosition: Sendable, Hashable, Comparable {
    package var line: Int
    package var row: Int

    package init(line: Int, row: Int) {
      self.line = line
      self.row = row
    }

    package static func < (left: Self, right: Self) -> Bool {
      (left.line, left.row) < (right.line, right.row)
    }
  }

  /// Where the caret is drawn.
  package struct Caret: Sendable, Hashable {
    package var position: RowPosition
    package var column: Int

    package init(position: RowPosition, column: Int) {
      self.position = position
      self.column = column
    }
  }

  /// What is drawn of the text in some rows of screen.
  package struct Screen: Sendable, Hashable {
    /// The row at the top; what to give as `previous` next time.
    package var top: RowPosition
    /// The glyphs of each row, fewer rows than asked for where the text ends.
    package var rows: [[Glyph]]
    /// Of each row, the columns that are selected; empty where nothing is selected at all.
    package var selections: [Range<Int>?] = []
    /// From 0 at the top row.
    package var caretRow: Int
    package var caretColumn: Int
    /// The columns of each row that labels of folded pastes take.
    package var labels: [[Range<Int>]] = []
  }

  private let folds: PasteFolds
  private let buffer: TextBuffer
  /// The caret's place in its line as it is drawn, as all places in here are.
  private let caretPosition: TextBuffer.Position
  let selection: Range<TextBuffer.Position>?
  /// The layout of the caret's line, which nearly every question is about.
  private let caretLine: TextLayout
  package let widthInColumns: Int

  package init(_ editor: TextEditor, widthInColumns: Int) {
    buffer = editor.buffer
    folds = editor.folds
    caretPosition = editor.drawnPosition(of: editor.caret)
    selection = editor.selection.map {
      editor.drawnPosition(of: $0.lowerBound)..<editor.drawnPosition(of: $0.upperBound)
    }
    self.widthInColumns = max(1, widthInColumns)
    caretLine = TextLayout(
      folds.labelled(buffer.lines[caretPosition.line]),
      widthInColumns: max(1, widthInColumns - 1)
    )
  }

  /// The rows to draw so that the caret is among them, scrolled as little as may be.
  package func screen(height: Int, previous: RowPosition) -> Screen {
    let caret = caret
    let top = top(height: height, previous: previous)
    var caretRow = 0
    while row(caretRow, from: top) < caret.position { caretRow += 1 }
    return Screen(
      top: top,
      rows: rows(from: top, count: height),
      selections: selections(from: top, count: height),
      caretRow: caretRow,
      caretColumn: caret.column,
      labels: labels(from: top, count: height)
    )
  }

  package var caret: Caret {
    let layout = caretLine
    let row = layout.lineIndex(containingSourceOffset: caretPosition.offset)
    var column = layout.line(at: row).widthInColumns
    layout.forEachGlyph(ofLine: row) { _, place in
      if place.sourceOffset >= caretPosition.offset { column = min(column, place.column) }
    }
    return Caret(
      position: RowPosition(line: caretPosition.line, row: row),
      column: min(column, widthInColumns - 1)
    )
  }

  /// The rows of the whole text, counted no further than a limit.
  package func rowCount(upTo limit: Int) -> Int {
    guard buffer.lines.count < limit else { return limit }
    var count = 0
    for line in buffer.lines.indices where count < limit {
      count += layout(ofLine: line).lineCount
    }
    return min(count, limit)
  }

  /// The glyphs of the rows from a row down, fewer at the end of the text.
  package func rows(from top: RowPosition, count: Int) -> [[Glyph]] {
    map(from: top, count: count) { layout, row, _ in layout.glyphs(ofLine: row) }
  }

  private func labels(from top: RowPosition, count: Int) -> [[Range<Int>]] {
    guard !folds.isEmpty else { return [] }
    return map(from: top, count: count) { layout, row, line in
      let labels = LabelledLine(buffer.lines[line], folds: folds).labels
      var columns: [Range<Int>] = []
      layout.forEachGlyph(ofLine: row) { glyph, place in
        guard labels.contains(where: { $0.contains(place.sourceOffset) }) else { return }
        columns.append(place.column..<place.column + Int(glyph.width))
      }
      return columns
    }
  }

  /// Gives each row from a row down to a function, with its line's layout and number.
  func map<Row>(
    from top: RowPosition,
    count: Int,
    _ transform: (TextLayout, _ row: Int, _ line: Int) -> Row
  ) -> [Row] {
    var rows: [Row] = []
    var line = top.line
    var first = top.row
    while line < buffer.lines.count, rows.count < count {
      let layout = layout(ofLine: line)
      for row in first..<max(first, layout.lineCount) where rows.count < count {
        rows.append(transform(layout, row, line))
      }
      line += 1
      first = 0
    }
    return rows
  }

  /// The row to begin with so that the caret is on screen, moved as little as may be from the one before.
  package func top(height: Int, previous: RowPosition) -> RowPosition {
    let caret = caret.position
    let lowest = row(-(max(1, height) - 1), from: caret)
    let last = row(-(max(1, height) - 1), from: RowPosition(line: .max, row: .max))
    return min(max(row(0, from: previous), lowest), caret, max(last, lowest))
  }

  /// The row some rows further down, or up where negative; the first or last where there are fewer.
  package func row(_ distance: Int, from start: RowPosition) -> RowPosition {
    var line = min(max(0, start.line), buffer.lines.count - 1)
    var count = layout(ofLine: line).lineCount
    var row = start.line > line ? count - 1 : min(max(0, start.row), count - 1)
    row += distance
    while row < 0, line > 0 {
      line -= 1
      row += layout(ofLine: line).lineCount
    }
    while distance > 0, row >= count, line + 1 < buffer.lines.count {
      row -= count
      line += 1
      count = layout(ofLine: line).lineCount
    }
    return RowPosition(line: line, row: distance > 0 ? min(row, count - 1) : max(0, row))
  }

  /// The place in the text under a column of a row; past the end of a row, its end.
  package func position(at row: RowPosition, column: Int) -> TextBuffer.Position {
    let layout = layout(ofLine: row.line)
    let isLast = row.row == layout.lineCount - 1
    var offset = layout.line(at: row.row).sourceRange.lowerBound
    layout.forEachGlyph(ofLine: row.row) { _, place in
      if place.column <= column { offset = place.sourceOffset }
    }
    // The end of a row that goes on is the start of the next, so there the last character is the end.
    if isLast, column >= layout.line(at: row.row).widthInColumns { offset = layout.source.count }
    let line = LabelledLine(buffer.lines[row.line], folds: folds)
    return TextBuffer.Position(line: row.line, offset: line.sourceOffset(of: offset))
  }

  private func layout(ofLine line: Int) -> TextLayout {
    guard line != caretPosition.line else { return caretLine }
    return TextLayout(
      folds.labelled(buffer.lines[line]),
      widthInColumns: caretLine.widthInColumns
    )
  }
}
