import Typeset
import Workbench

/// A frame being drawn: every pane writes through it, and it clips.
///
/// Text given to it may be anything: it is sanitised on the way to the cells.
package struct Canvas {
  package private(set) var frame: Frame
  let theme: Theme

  package init(size: ScreenSize, theme: Theme) {
    self.theme = theme
    frame = Frame(size: size, fill: theme[.text])
  }

  mutating func placeCursor(row: Int, column: Int) {
    guard (0..<frame.size.rows).contains(row), (0..<frame.size.columns).contains(column) else {
      return
    }
    frame.cursor = Frame.Position(row: row, column: column)
  }

  mutating func hideCursor() { frame.cursor = nil }

  /// Writes glyphs from a column on; those that do not fit whole before `end` are left out.
  ///
  /// - Returns: The column after the last one written.
  @discardableResult
  mutating func put(
    _ glyphs: some Sequence<Glyph>,
    row: Int,
    column: Int,
    end: Int,
    style: Style
  ) -> Int {
    guard (0..<frame.size.rows).contains(row), column >= 0 else { return column }
    let end = min(end, frame.size.columns)
    let start = row * frame.size.columns
    var column = column
    for glyph in glyphs {
      let next = column + Int(glyph.width)
      guard next <= end else { break }
      frame.cells[start + column] = Cell(base: glyph.base, marks: glyph.marks, style: style)
      if glyph.width == 2 { frame.cells[start + column + 1] = Cell(base: 0, style: style) }
      column = next
    }
    return column
  }

  /// Writes one glyph, unless it does not fit whole before `end`.
  ///
  /// - Returns: The column after it, or where it would have been.
  @discardableResult
  mutating func put(_ glyph: Glyph, row: Int, column: Int, end: Int, style: Style) -> Int {
    let next = column + Int(glyph.width)
    guard (0..<frame.size.rows).contains(row), column >= 0, next <= min(end, frame.size.columns)
    else { return column }
    let place = row * frame.size.columns + column
    frame.cells[place] = Cell(base: glyph.base, marks: glyph.marks, style: style)
    if glyph.width == 2 { frame.cells[place + 1] = Cell(base: 0, style: style) }
    return next
  }

  /// Writes printable ASCII, as much as fits before `end`.
  ///
  /// - Returns: The column after the last byte written.
  @discardableResult
  mutating func put(
    ascii bytes: ArraySlice<UInt8>,
    row: Int,
    column: Int,
    end: Int,
    style: Style
  ) -> Int {
    guard (0..<frame.size.rows).contains(row), column >= 0 else { return column }
    let bytes = bytes.prefix(max(0, min(end, frame.size.columns) - column))
    bytes.withUnsafeBufferPointer { put(ascii: $0, at: row * frame.size.columns + column, style) }
    return column + bytes.count
  }

  /// Writes printable ASCII that fits, from a cell on.
  private mutating func put(ascii bytes: UnsafeBufferPointer<UInt8>, at place: Int, _ style: Style)
  {
    var cell = Cell(base: 0, style: style)
    frame.cells.withUnsafeMutableBufferPointer { cells in
      guard let source = bytes.baseAddress, place + bytes.count <= cells.count,
        let start = cells.baseAddress
      else { return }
      for offset in 0..<bytes.count {
        cell.base = UInt32(source[offset])
        start[place + offset] = cell
      }
    }
  }

  /// Writes a laid out line; what stands for something hidden is drawn in the role of controls.
  ///
  /// - Returns: The column after the last one written.
  @discardableResult
  mutating func put(
    _ layout: TextLayout,
    line: Int,
    row: Int,
    column: Int,
    end: Int,
    role: Role
  ) -> Int {
    let style = theme[role]
    let substituteStyle = theme[.control]
    var next = column
    layout.forEachGlyph(ofLine: line) { glyph, placement in
      next = put(
        CollectionOfOne(glyph),
        row: row,
        column: column + placement.column,
        end: end,
        style: glyph.isSubstitute ? substituteStyle : style
      )
    }
    return next
  }

  /// Writes one line of text; what does not fit before `end` is cut, with an ellipsis.
  ///
  /// - Returns: The column after the last one written.
  @discardableResult
  mutating func text(_ text: String, row: Int, column: Int, end: Int, style: Style) -> Int {
    guard column < end else { return column }
    if let next = plain(text, row: row, column: column, end: end, style: style) { return next }
    let glyphs = [Glyph](oneLine: text)
      .fitted(toColumns: end - column)
    return put(glyphs, row: row, column: column, end: end, style: style)
  }

  /// Writes printable ASCII that fits straight from its bytes, since most of a screen is that.
  ///
  /// - Returns: The column after the last one written; `nil`, with nothing written, for any other text.
  private mutating func plain(
    _ text: String,
    row: Int,
    column: Int,
    end: Int,
    style: Style
  ) -> Int? {
    guard (0..<frame.size.rows).contains(row), column >= 0 else { return column }
    let room = min(end, frame.size.columns) - column
    guard text.utf8.count <= room else { return nil }
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
      put(ascii: bytes, at: row * frame.size.columns + column, style)
      return column + bytes.count
    }
  }

  @discardableResult
  mutating func text(_ text: String, row: Int, column: Int, end: Int, role: Role) -> Int {
    self.text(text, row: row, column: column, end: end, style: theme[role])
  }

  /// Writes a text so that it ends before `end`; nothing where it does not fit after `start`.
  ///
  /// - Returns: The column where it begins.
  @discardableResult
  mutating func textRight(_ text: String, row: Int, start: Int, end: Int, role: Role) -> Int {
    let width = CellWidth.columns(of: text)
    guard end - width >= start else { return end }
    self.text(text, row: row, column: end - width, end: end, role: role)
    return end - width
  }

  /// Lets a stretch of a row lead somewhere; stretches with the same id are one link.
  mutating func link(to url: String, id: Int, row: Int, columns: Range<Int>) {
    guard (0..<frame.size.rows).contains(row), columns.upperBound <= frame.size.columns else {
      return
    }
    frame.links.append(FrameLink(row: row, columns: columns, url: url, id: id))
  }

  /// Clears a rectangle, of links too.
  mutating func fill(_ rect: Rect, role: Role) {
    frame.links.removeAll { link in
      (rect.row..<rect.endRow).contains(link.row)
        && (rect.column..<rect.endColumn).overlaps(link.columns)
    }
    for row in rect.row..<rect.endRow {
      fill(row: row, from: rect.column, to: rect.endColumn, with: 0x20, style: theme[role])
    }
  }

  mutating func fill(row: Int, from start: Int, to end: Int, with base: UInt32, style: Style) {
    guard (0..<frame.size.rows).contains(row) else { return }
    let columns = max(0, start)..<max(0, start, min(end, frame.size.columns))
    let cell = Cell(base: base, style: style)
    let first = row * frame.size.columns
    frame.cells.withUnsafeMutableBufferPointer { cells in
      cells[first + columns.lowerBound..<first + columns.upperBound].update(repeating: cell)
    }
  }

  /// Changes the style of cells that are already drawn.
  mutating func restyle(row: Int, from start: Int, to end: Int, style: Style) {
    guard (0..<frame.size.rows).contains(row) else { return }
    for column in max(0, start)..<max(0, start, min(end, frame.size.columns)) {
      frame.cells[row * frame.size.columns + column].style = style
    }
  }

  /// Adds attributes to cells that are already drawn.
  mutating func add(_ attributes: Attributes, row: Int, from start: Int, to end: Int) {
    guard (0..<frame.size.rows).contains(row) else { return }
    for column in max(0, start)..<max(0, start, min(end, frame.size.columns)) {
      frame.cells[row * frame.size.columns + column].style.attributes.formUnion(attributes)
    }
  }
}
