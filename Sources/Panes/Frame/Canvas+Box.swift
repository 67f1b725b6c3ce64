import Typeset
import Workbench

/// Box-drawing characters.
enum BoxGlyph {
  static let horizontal: UInt32 = 0x2500
  static let vertical: UInt32 = 0x2502
  static let topLeft: UInt32 = 0x250C
  static let topRight: UInt32 = 0x2510
  static let bottomLeft: UInt32 = 0x2514
  static let bottomRight: UInt32 = 0x2518
  static let leftTee: UInt32 = 0x251C
  static let rightTee: UInt32 = 0x2524
  static let topTee: UInt32 = 0x252C
  static let bottomTee: UInt32 = 0x2534
}

extension Canvas {
  /// Draws a frame around a rectangle, on its outermost cells.
  mutating func box(_ rect: Rect, role: Role) {
    guard rect.rows >= 2, rect.columns >= 2 else { return }
    let style = theme[role]
    let right = rect.endColumn - 1
    rule(row: rect.row, from: rect.column, to: right, BoxGlyph.topLeft, BoxGlyph.topRight, style)
    for row in rect.row + 1..<rect.endRow - 1 {
      fill(row: row, from: rect.column, to: rect.column + 1, with: BoxGlyph.vertical, style: style)
      fill(row: row, from: right, to: right + 1, with: BoxGlyph.vertical, style: style)
    }
    rule(
      row: rect.endRow - 1,
      from: rect.column,
      to: right,
      BoxGlyph.bottomLeft,
      BoxGlyph.bottomRight,
      style
    )
  }

  /// Draws a line across a box, tied to its sides.
  mutating func divider(row: Int, of rect: Rect, role: Role) {
    rule(
      row: row,
      from: rect.column,
      to: rect.endColumn - 1,
      BoxGlyph.leftTee,
      BoxGlyph.rightTee,
      theme[role]
    )
  }

  /// Draws the line above a part of a pane: across the pane's frame, or plain where it has none.
  mutating func divider(above area: Rect, in frame: Rect?) {
    if let frame { return divider(row: area.row, of: frame, role: .border) }
    fill(
      row: area.row,
      from: area.column,
      to: area.endColumn,
      with: BoxGlyph.horizontal,
      style: theme[.border]
    )
  }

  /// Writes a pane's title into its upper line; the focused pane's bears a mark, not only a colour.
  mutating func title(_ text: String, row: Int, column: Int, end: Int, isFocused: Bool) {
    let mark = isFocused ? "\u{25B8}" : ""
    self.text(
      " \(mark)\(text) ",
      row: row,
      column: column,
      end: end,
      role: isFocused ? .titleFocused : .title
    )
  }

  private mutating func rule(
    row: Int,
    from left: Int,
    to right: Int,
    _ first: UInt32,
    _ last: UInt32,
    _ style: Style
  ) {
    fill(row: row, from: left, to: right, with: BoxGlyph.horizontal, style: style)
    fill(row: row, from: left, to: left + 1, with: first, style: style)
    fill(row: row, from: right, to: right + 1, with: last, style: style)
  }
}
