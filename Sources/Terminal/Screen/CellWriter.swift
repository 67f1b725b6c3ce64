import CNcurses
import Panes
import Workbench

/// Copies a row of cells into ncurses' `stdscr`, in the form that ncurses and the terminal agree on.
///
/// The widths that count are those of the C library, since ncurses places by them: a character that
/// it takes for wider or narrower than its cells becomes U+FFFD, and the row keeps its columns.
struct CellWriter {
  private var pairs: PairCache
  private let isUnicode: Bool
  private var cells: [cchar_t] = []
  private var style: Style?
  private var attributes: UInt32 = 0
  private var pair: Int32 = 0

  init(pairs: PairCache, isUnicode: Bool) {
    self.pairs = pairs
    self.isUnicode = isUnicode
  }

  /// Pairs were given out anew; the whole frame must be put again.
  var isStale: Bool { pairs.isStale }

  mutating func markFresh() { pairs.markFresh() }

  mutating func put(_ row: UnsafeBufferPointer<Cell>, row index: Int) {
    if cells.count < row.count { cells = Array(repeating: cchar_t(), count: row.count) }
    var count = 0
    var column = 0
    while column < row.count {
      let isWide = column + 1 < row.count && row[column + 1].isContinuation
      column += isWide ? 2 : 1
      append(row[column - (isWide ? 2 : 1)], isWide: isWide, at: &count)
    }
    weir_put_row(Int32(index), cells, Int32(count))
  }

  private mutating func append(_ cell: Cell, isWide: Bool, at count: inout Int) {
    if style != cell.style { adopt(cell.style) }
    let base = drawable(cell, isWide: isWide)
    let marks = cell.marks == .zero || base != cell.base ? .zero : drawableMarks(cell.marks)
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
    if isWide, base != cell.base || !isUnicode {
      weir_set_cell(&cells[count], attributes, pair, 0x20, 0, 0, 0, 0)
      count += 1
    }
  }

  private mutating func adopt(_ new: Style) {
    style = new
    attributes = weir_attributes(new.attributes.rawValue)
    pair = pairs.pair(for: new)
  }

  private func drawable(_ cell: Cell, isWide: Bool) -> UInt32 {
    let base = cell.base
    if !isWide, (0x20...0x7E).contains(base) { return base }
    // The second half of a character that is not there.
    if base == 0 { return 0x20 }
    if !isUnicode { return AsciiFallback.scalar(for: base) }
    return weir_character_width(base) == (isWide ? 2 : 1) ? base : 0xFFFD
  }

  /// Only what truly takes no column and moves nothing (no bidi control) may follow a base.
  private func drawableMarks(_ marks: SIMD4<UInt32>) -> SIMD4<UInt32> {
    guard isUnicode else { return .zero }
    var kept = SIMD4<UInt32>.zero
    var count = 0
    for index in 0..<4 {
      guard let scalar = Unicode.Scalar(marks[index]), scalar.value > 0,
        weir_character_width(scalar.value) == 0, scalar.properties.generalCategory != .format
      else { continue }
      kept[count] = scalar.value
      count += 1
    }
    return kept
  }
}
