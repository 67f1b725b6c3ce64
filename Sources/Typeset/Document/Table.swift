/// A table's cells as they are read; the first row is the header.
struct Table: Sendable, Equatable {
  var alignments: [TableAlignment]
  /// The links of the cells are those of the table.
  var rows: [[RichText]]
  var links: [String] = []
  /// Where the header begins in the source.
  var source = 0

  var columnCount: Int { max(1, rows.first?.count ?? 0) }

  /// A cell; rows may have fewer than the header.
  func cell(row: Int, column: Int) -> RichText {
    guard rows.indices.contains(row), column < rows[row].count else { return RichText() }
    return rows[row][column]
  }

  func alignment(ofColumn column: Int) -> TableAlignment {
    column < alignments.count ? alignments[column] : .left
  }
}
