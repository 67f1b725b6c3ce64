import CNcurses
import Panes
import Workbench

/// Copies cells of a row into ncurses' `stdscr`.
struct CellWriter {
  private var pairs: PairCache
  private let text: CellText
  private let hasStrike: Bool
  private var cells: [cchar_t] = []
  private var style: Style?
  private var attributes: UInt32 = 0
  private var pair: Int32 = 0

  /// `hasStrike` says that ncurses' blinking is the terminal's strike, as our own entry has it.
  init(pairs: PairCache, text: CellText, hasStrike: Bool) {
    self.pairs = pairs
    self.text = text
    self.hasStrike = hasStrike
  }

  /// Pairs were given out anew; the whole frame must be put again.
  var isStale: Bool { pairs.isStale }

  mutating func markFresh() { pairs.markFresh() }

  /// Copies the columns of a row; neither end may divide a wide character.
  mutating func put(_ row: UnsafeBufferPointer<Cell>, columns: Range<Int>, row index: Int) {
    if cells.count < row.count { cells = Array(repeating: cchar_t(), count: row.count) }
    var count = 0
    var column = columns.lowerBound
    while column < columns.upperBound {
      let isWide = column + 1 < row.count && row[column + 1].isContinuation
      column += isWide ? 2 : 1
      append(row[column - (isWide ? 2 : 1)], isWide: isWide, at: &count)
    }
    weir_put_cells(Int32(index), Int32(columns.lowerBound), cells, Int32(count))
  }

  private mutating func append(_ cell: Cell, isWide: Bool, at count: inout Int) {
    if style != cell.style { adopt(cell.style) }
    let base = text.base(of: cell, isWide: isWide)
    let marks = text.marks(of: cell, base: base)
    weir_set_cell(
      &cells[count],
      attributes,
      pair,
      base,
      marks[0],
      marks[1],
      marks[2],
      marks[3]
    )
    count += 1
    if text.needsBlank(after: base, of: cell, isWide: isWide) {
      weir_set_cell(&cells[count], attributes, pair, 0x20, 0, 0, 0, 0)
      count += 1
    }
  }

  private mutating func adopt(_ new: Style) {
    style = new
    attributes = weir_attributes(new.attributes.rawValue, hasStrike)
    pair = pairs.pair(for: new)
  }
}
