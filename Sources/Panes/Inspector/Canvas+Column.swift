import Workbench

extension Canvas {
  /// Draws a bar that stands, from the row above `end` up, in eighths of a row.
  ///
  /// - Returns: The row above the bar.
  @discardableResult
  mutating func column(eighths: Int, below end: Int, _ columns: Range<Int>, role: Role) -> Int {
    var (left, row) = (eighths, end - 1)
    while left > 0 {
      // U+2581 is one eighth of a block, U+2588 the whole.
      fill(
        row: row,
        from: columns.lowerBound,
        to: columns.upperBound,
        with: 0x2580 + UInt32(min(8, left)),
        style: theme[role]
      )
      left -= 8
      row -= 1
    }
    return row
  }
}
