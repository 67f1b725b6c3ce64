import Testing

@testable import Typeset

@Suite struct TablePlacesTests {
  private static let table = """
    | name | what it is for |
    |---|---|
    | alpha | a long cell that does not fit into its column |
    | beta, which is long too | short |
    """

  @Test(
    "the row of a place in a wrapped cell is the line that shows it",
    arguments: [20, 28, 36, 60]
  )
  func findsTheLineOfACell(width: Int) {
    var document = Document(Self.table, widthInColumns: width)
    document.layOutAll()
    for row in 0..<document.rowCount {
      document.forEachGlyph(ofRow: row) { glyph, place in
        guard let source = place.source else { return }
        #expect(document.row(ofSourceOffset: source) == row, "\(glyph.text) of row \(row)")
      }
    }
  }
}
