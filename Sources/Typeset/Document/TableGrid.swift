/// The columns and rows of a table drawn as a grid.
struct TableGrid: Sendable, Equatable {
  let widths: [Int]
  /// The first screen row of each row of the table; the row after the last one is at the end.
  let starts: [Int]
  let isWrapped: Bool

  /// Between two columns: a blank, a line, a blank.
  static let columnsBetween = 3
  /// Below this a column is not worth wrapping.
  private static let leastWidth = 8

  init(_ table: Table, widths: [Int]) {
    self.widths = widths
    let heights = table.rows.indices.map { row in
      widths.indices.reduce(1) { height, column in
        max(height, Self.lines(of: table.cell(row: row, column: column), width: widths[column]))
      }
    }
    let isWrapped = heights.contains { $0 > 1 }
    var starts = [0]
    for (row, height) in heights.enumerated() {
      // A line under the header; where cells are wrapped, one between any two rows.
      let line = row == 0 || isWrapped && row < heights.count - 1 ? 1 : 0
      starts.append(starts[row] + height + line)
    }
    self.starts = starts
    self.isWrapped = isWrapped
  }

  var rowCount: Int { starts[starts.count - 1] }

  var width: Int { widths.reduce(0, +) + (widths.count - 1) * Self.columnsBetween }

  /// The table's row on a screen row, and the line of its cells.
  func locate(_ screenRow: Int) -> (row: Int, line: Int) {
    let row = max(0, min(starts.count - 2, starts.partition { $0 <= screenRow } - 1))
    return (row, screenRow - starts[row])
  }

  private static func lines(of cell: RichText, width: Int) -> Int {
    if cell.bytes.count <= width, cell.bytes.allSatisfy({ 0x20..<0x7F ~= $0 }) { return 1 }
    return TextLayout(cell, width: width).lineCount
  }

  /// The width of each column; `nil` where a grid does not fit.
  static func widths(of table: Table, available: Int) -> [Int]? {
    let natural = (0..<table.columnCount).map { column in
      table.rows.indices.reduce(1) {
        max($0, CellWidth.columns(of: table.cell(row: $1, column: column).text))
      }
    }
    let free = available - (natural.count - 1) * columnsBetween
    if natural.reduce(0, +) <= free { return natural }
    guard natural.reduce(0, { $0 + min($1, leastWidth) }) <= free else { return nil }
    return shared(free, among: natural)
  }

  /// Gives each column what it wants, as long as it is no more than its fair share of what is left.
  private static func shared(_ free: Int, among natural: [Int]) -> [Int] {
    var widths = natural
    var left = free
    let order = natural.indices.sorted { natural[$0] < natural[$1] }
    for (position, column) in order.enumerated() {
      widths[column] = min(natural[column], left / (order.count - position))
      left -= widths[column]
    }
    return widths
  }
}

extension TextLayout {
  /// A cell's text in a column of a table.
  init(_ text: RichText, width: Int) {
    self.init(widthInColumns: width)
    append(text.bytes)
  }
}
