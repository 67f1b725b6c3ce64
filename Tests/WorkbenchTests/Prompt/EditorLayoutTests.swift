import Testing
import Typeset

@testable import Workbench

@Suite struct EditorLayoutTests {
  @Test(
    "puts the caret where the text goes on",
    arguments: [
      ("|", 10, 0, 0, 0), ("ab|c", 10, 0, 0, 2), ("abc|", 4, 0, 0, 3), ("abcd|", 4, 0, 1, 1),
      ("abc|d", 4, 0, 1, 0), ("漢|字", 10, 0, 0, 2),
      ("a\n|", 10, 1, 0, 0), ("a\nbc|", 10, 1, 0, 2), ("one |two", 7, 0, 1, 0),
      ("one   |", 5, 0, 0, 4), ("a\t|b", 20, 0, 0, 8), ("ab|", 1, 0, 1, 0),
    ]
  )
  func placesTheCaret(marked: String, width: Int, line: Int, row: Int, column: Int) {
    let layout = EditorLayout(TextEditor(marked: marked), widthInColumns: width)
    #expect(layout.caret == .init(position: .init(line: line, row: row), column: column))
  }

  @Test func drawsRows() {
    let layout = EditorLayout(TextEditor("one two\n\nsix"), widthInColumns: 5)
    #expect(layout.drawn(from: .init(line: 0, row: 0), count: 9) == ["one ", "two", "", "six"])
    #expect(layout.drawn(from: .init(line: 0, row: 1), count: 2) == ["two", ""])
  }

  @Test func givesAScreenfulWithTheCaretInIt() {
    let layout = EditorLayout(TextEditor(marked: "one two\n\nsix|"), widthInColumns: 5)
    let screen = layout.screen(height: 3, previous: .init(line: 0, row: 0))
    #expect(
      screen
        == .init(
          top: .init(line: 0, row: 1),
          rows: [[Glyph](oneLine: "two"), [], [Glyph](oneLine: "six")],
          caretRow: 2,
          caretColumn: 3
        )
    )
  }

  @Test(arguments: zip([1, 3, 4, 9], [1, 3, 4, 4]))
  func countsRows(limit: Int, count: Int) {
    let layout = EditorLayout(TextEditor("one two\n\nsix"), widthInColumns: 5)
    #expect(layout.rowCount(upTo: limit) == count)
  }

  @Test(
    "moves by rows towards the column where it began",
    arguments: [
      ("abcd\nx\nab|cd", [-1], "abcd\nx|\nabcd"), ("abcd\nx\nabc|d", [-1, -1], "abc|d\nx\nabcd"),
      ("abcd\nx\nabc|d", [-1, 1], "abcd\nx\nabc|d"),
      ("one two| six", [-1], "one| two six"), ("on|e two six", [1, 1], "one two si|x"),
      ("a|b", [-1], "a|b"), ("a|b", [1], "a|b"),
      ("ab|cdefghij", [1], "abcdef|ghij"), ("漢字\na|b", [-1], "|漢字\nab"),
      ("a|\nb\nc\nd", [9], "a\nb\nc\nd|"),
    ] as [(String, [Int], String)]
  )
  func movesByRows(before: String, moves: [Int], after: String) {
    var editor = TextEditor(marked: before)
    for distance in moves { editor.moveByRows(distance, widthInColumns: 5) }
    #expect(editor.marked == after)
  }

  @Test func saysWhenThereIsNoRowToGoTo() {
    var editor = TextEditor(marked: "a|\nb")
    let moved = [-1, 1, 1].map { editor.moveByRows($0, widthInColumns: 5) }
    #expect(moved == [false, true, false])
  }

  @Test(
    "scrolls as little as may be",
    arguments: [
      ("|a\nb\nc\nd\ne", 3, 0), ("a\nb\nc\nd|\ne", 0, 1), ("a\nb\nc|\nd\ne", 1, 1),
      ("a\nb|\nc\nd\ne", 2, 1), ("a\nb\nc\nd\ne|", 0, 2),
      ("a|\nb", 1, 0), ("a\nb\nc\nd\ne|", 9, 2),
    ]
  )
  func scrolls(marked: String, previous: Int, top: Int) {
    let layout = EditorLayout(TextEditor(marked: marked), widthInColumns: 10)
    #expect(
      layout.top(height: 3, previous: .init(line: previous, row: 0)) == .init(line: top, row: 0)
    )
  }
}

extension EditorLayout {
  fileprivate func drawn(from top: RowPosition, count: Int) -> [String] {
    rows(from: top, count: count).map { $0.map(\.text).joined() }
  }
}
