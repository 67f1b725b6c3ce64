import Panes
import Support
import Testing
import Workbench

@testable import Terminal

@Suite(.serialized) @MainActor struct CursesScreenResizeTests {
  @Test("paints any size", arguments: [(1, 1), (1, 500), (300, 1), (2, 2), (300, 500)])
  func paints(rows: Int, columns: Int) throws {
    let painted = try PaintedTerminal(rows: rows, columns: columns)
    let full = String(repeating: "x", count: columns)
    painted.paint { frame in
      for row in 0..<rows { frame.write(full, row: row) }
      frame.cursor = Frame.Position(row: rows - 1, column: columns - 1)
    }
    #expect(painted.terminal.rows == Array(repeating: full, count: rows))
  }

  @Test("shows the frame after every one of many resizes", arguments: Soak.seeds(4, whole: 40))
  func survivesResizes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let painted = try PaintedTerminal(rows: 24, columns: 80)
    for _ in 0..<500 {
      let (rows, columns) = (
        Int.random(in: 1...60, using: &random), Int.random(in: 1...120, using: &random)
      )
      painted.resize(rows: rows, columns: columns)
      var expected: [String] = []
      painted.paint { frame in
        for row in 0..<rows {
          let word = ["漢字", "text", "┌─", "e\u{301}"][Int(random.next() % 4)]
          let text = word.count * 2 > columns ? "." : word
          frame.write(
            text,
            row: row,
            style: Style(foreground: .palette(UInt8(random.next() % 256)))
          )
          expected.append(text)
        }
      }
      try #require(painted.terminal.rows == expected)
    }
  }

  @Test("is seen as it was composed after any change", arguments: Soak.seeds(4, whole: 40))
  func followsChanges(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let painted = try PaintedTerminal(rows: 12, columns: 30)
    var frame = Frame(size: painted.size)
    for _ in 0..<500 {
      let row = Int(random.next() % 12)
      let text = ["漢", "b", "─", "ab漢c", "     "][Int(random.next() % 5)]
      frame.clearRow(row)
      frame.write(text, row: row, column: Int(random.next() % 26))
      painted.paint(frame)
      try #require(painted.terminal.rows == frame.rows)
    }
  }
}

extension Frame {
  fileprivate mutating func clearRow(_ row: Int) {
    for column in 0..<size.columns { cells[row * size.columns + column] = .blank() }
  }

  fileprivate var rows: [String] {
    (0..<size.rows).map { index in
      var text = ""
      for cell in row(index) {
        if let scalar = Unicode.Scalar(cell.base), cell.base > 0 {
          text.unicodeScalars.append(scalar)
        }
      }
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
  }
}
