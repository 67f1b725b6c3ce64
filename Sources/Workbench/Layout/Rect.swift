/// A rectangle of cells; rows and columns count from 0 at the top left of the screen.
package struct Rect: Sendable, Hashable {
  package var row: Int
  package var column: Int
  package var rows: Int
  package var columns: Int

  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  package var isEmpty: Bool { rows == 0 || columns == 0 }
  /// The row below the last one.
  package var endRow: Int { row + rows }
  /// The column right of the last one.
  package var endColumn: Int { column + columns }

  package func contains(row: Int, column: Int) -> Bool {
    (self.row..<endRow).contains(row) && (self.column..<endColumn).contains(column)
  }

  /// The rectangle less a margin on each side.
  package func inset(rows: Int = 0, columns: Int = 0) -> Rect {
    Rect(
      row: row + rows,
      column: column + columns,
      rows: self.rows - 2 * rows,
      columns: self.columns - 2 * columns
    )
  }
}
