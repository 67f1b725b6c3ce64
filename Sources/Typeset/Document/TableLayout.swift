/// A table on screen: as a grid, its cells wrapped where they must be, or where even that is too narrow as
/// lines of "header: value", row by row.
struct TableLayout: Sendable {
  enum Form: Sendable {
    case grid(TableGrid)
    case records(TextLayout, TextSpans)
  }

  private(set) var table: Table
  private(set) var form: Form?
  private var width = 0
  /// How many rows the columns were measured by; fewer than there are while a long table grows.
  private var measuredRows = 0
  /// Lines of cells that were laid out or measured since the start, for tests of the cost.
  private(set) var laidOutLines = 0
  /// The columns as they were measured last; `nil` where a grid did not fit.
  private var gridWidths: [Int]?

  /// Up to here a growing table is measured anew with each row; beyond, each time it has doubled, so that
  /// the cost stays in proportion.
  private static let rowsAlwaysMeasured = 64

  init(_ table: Table) {
    self.table = table
  }

  /// Takes the cells of the same table read again.
  mutating func become(_ other: TableLayout) {
    guard table != other.table else { return }
    table = other.table
    form = nil
  }

  /// Whether the form is that of the cells as they are, and once no more can come, exact.
  func isLaidOut(width: Int, isOpen: Bool) -> Bool {
    form != nil && width == self.width && (isOpen || measuredRows == table.rows.count)
  }

  /// Makes the form; of a table that is open, rows may still come.
  mutating func layOut(width newWidth: Int, isOpen: Bool) {
    guard !isLaidOut(width: newWidth, isOpen: isOpen) else { return }
    let known = newWidth == width && isOpen && !isMeasureDue ? gridWidths : nil
    width = newWidth
    if known == nil { measuredRows = table.rows.count }
    let widths = known ?? TableGrid.widths(of: table, available: width)
    gridWidths = widths
    laidOutLines += known == nil ? table.rows.count : 0
    if let widths {
      let grid = TableGrid(table, widths: widths)
      laidOutLines += grid.rowCount
      form = .grid(grid)
    } else {
      let text = Self.records(of: table)
      var layout = TextLayout(widthInColumns: width)
      layout.append(text.bytes)
      laidOutLines += layout.lineCount
      form = .records(layout, text.spans)
    }
  }

  private var isMeasureDue: Bool {
    table.rows.count < Self.rowsAlwaysMeasured || table.rows.count >= 2 * measuredRows
  }

  /// Exact once it is laid out.
  func rowCount(width: Int) -> Int {
    switch form {
    case .grid(let grid) where width == self.width: grid.rowCount
    case .records(let layout, _) where width == self.width: layout.lineCount
    default: table.rows.count + 1
    }
  }

  /// The rows as lines, with an empty line between two.
  private static func records(of table: Table) -> RichText {
    var text = RichText()
    for row in table.rows.indices.dropFirst() {
      if row > 1 { text.append("\n\n", style: TextStyle(), source: text.sourceEnd) }
      for column in 0..<table.columnCount {
        if column > 0 { text.append("\n", style: TextStyle(), source: text.sourceEnd) }
        let value = table.cell(row: row, column: column)
        let source =
          value.spans.runs.first.map { Int($0.source) } ?? max(table.source, text.sourceEnd)
        text.append(
          table.cell(row: 0, column: column).text,
          style: TextStyle(.tableHeader),
          source: source
        )
        text.append(": ", style: TextStyle(.tableHeader), source: source)
        text.append(value)
      }
    }
    return table.rows.count > 1 ? text : header(of: table)
  }

  private static func header(of table: Table) -> RichText {
    var text = RichText()
    for column in 0..<table.columnCount {
      if column > 0 { text.append("\n", style: TextStyle(), source: text.sourceEnd) }
      text.append(table.cell(row: 0, column: column))
    }
    return text
  }
}
