import Workbench

/// One painted screen: a grid of cells and where the cursor stands.
package struct Frame: Sendable, Equatable {
  /// A place on the screen, from 0 at the top left.
  package struct Position: Sendable, Hashable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  package let size: ScreenSize
  /// Row by row, `size.rows * size.columns` of them.
  package var cells: [Cell]
  /// Where the terminal's real cursor stands; `nil` hides it.
  package var cursor: Position?
  /// What of the cells leads somewhere; of two that overlap the later one counts.
  package var links: [FrameLink] = []

  package init(size: ScreenSize, fill: Style = Style()) {
    self.size = size
    cells = Array(repeating: .blank(fill), count: size.rows * size.columns)
  }

  /// The cells of one row.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }
}
