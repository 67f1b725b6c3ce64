import Support
import Testing
import Typeset

@testable import Workbench

@Suite struct PieceRowsTests {
  private static func rows(_ pieces: [String], width: Int) -> [String] {
    var rows = PieceRows(width: width)
    rows.take(pieces.count) { pieces[$0] }
    return texts(rows, pieces)
  }

  private static func texts(_ rows: PieceRows, _ pieces: [String]) -> [String] {
    rows.starts.indices.map { row in
      rows.runs(ofRow: row) { pieces[$0] }
        .map { $0.glyphs.map(\.text).joined() + ($0.isEnd ? "|" : "") }.joined()
    }
  }

  @Test func breaksBetweenPiecesAndAfterLines() {
    #expect(
      Self.rows(["The", " weir", " is", "\n", "old"], width: 12) == [
        "The| weir|", " is|␊|", "old|",
      ]
    )
  }

  @Test func breaksAPieceThatIsLongerThanARow() {
    #expect(Self.rows(["ab", "cdefghij", "k"], width: 4) == ["ab|", "cdef", "ghij|", "k|"])
  }

  @Test func showsWhatIsHiddenAndWhatIsEmpty() {
    #expect(Self.rows(["a\u{1B}[2J", "", "\u{202E}b"], width: 40) == ["a␛[2J|∅|<U+202E>b|"])
  }

  @Test func isTheSameHoweverThePiecesWereTaken() {
    var random = SeededGenerator(seed: 3)
    let pieces = (0..<400).map { _ in
      String(
        ["a", "漢", " word", "\n", "longer than that", "🎉"].randomElement(using: &random) ?? ""
      )
    }
    var rows = PieceRows(width: 13)
    for count in [0, 1, 2, 150, 151, 400] { rows.take(count) { pieces[$0] } }
    #expect(Self.texts(rows, pieces) == Self.rows(pieces, width: 13))
    for piece in pieces.indices {
      let found = rows.runs(ofRow: rows.row(of: piece)) { pieces[$0] }
      #expect(found.contains { $0.piece == piece })
    }
  }
}
