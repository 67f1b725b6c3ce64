import Glibc
import Panes
import Support
import Testing
import Workbench

@testable import Terminal

/// One after the other: ncurses has one screen a process.
@Suite(.serialized) @MainActor struct CursesScreenTests {
  @Test func showsText() throws {
    let painted = try PaintedTerminal(rows: 3, columns: 12)
    painted.paint { frame in
      frame.write("┌ plain ─┐", row: 0)
      frame.write("漢字 e\u{301} 😀|", row: 1)
      frame.write("last corner.", row: 2)
      frame.cursor = Frame.Position(row: 1, column: 5)
    }
    let screen = painted.terminal.snapshot()
    #expect(screen.rows == ["┌ plain ─┐", "漢字 e\u{301} 😀|", "last corner."])
    #expect(screen.cursor == Frame.Position(row: 1, column: 5))
  }

  @Test func hidesTheCursorWhereTheFrameHasNone() throws {
    let painted = try PaintedTerminal(rows: 2, columns: 5)
    painted.paint { $0.cursor = Frame.Position(row: 0, column: 0) }
    #expect(painted.terminal.snapshot().cursor != nil)
    painted.paint { $0.cursor = nil }
    #expect(painted.terminal.snapshot().cursor == nil)
  }

  @Test func sendsNothingForTheSameFrame() throws {
    let painted = try PaintedTerminal(rows: 10, columns: 40)
    for _ in 0..<2 { painted.paint { $0.write("still", row: 4) } }
    #expect(painted.sent == [])
  }

  @Test func sendsLittleForOneCell() throws {
    let painted = try PaintedTerminal(rows: 40, columns: 120)
    painted.paint { $0.write("count 1", row: 20, column: 50) }
    painted.paint { $0.write("count 2", row: 20, column: 50) }
    #expect(painted.sent.count <= 12)
    #expect(painted.terminal.rows[20].hasSuffix("count 2"))
  }

  @Test func sendsAllAgainWhenItWasForgotten() throws {
    let painted = try PaintedTerminal(rows: 2, columns: 20)
    painted.paint { $0.write("to be seen", row: 1) }
    painted.terminal.write("\u{1B}[2J\u{1B}[Hnoise".utf8)
    painted.screen.forget()
    painted.paint { $0.write("to be seen", row: 1) }
    #expect(painted.terminal.rows == ["", "to be seen"])
  }

  @Test func ignoresAFrameOfAnotherSize() throws {
    let painted = try PaintedTerminal(rows: 2, columns: 20)
    painted.paint(Frame(size: ScreenSize(rows: 3, columns: 20)))
    #expect(painted.sent == [])
  }

  @Test(
    "keeps the columns whatever a cell holds",
    arguments: [
      (UInt32(0x1B), "\u{FFFD}|"), (0x9B, "\u{FFFD}|"), (0x202E, "\u{FFFD}|"),
      (0x0301, "\u{FFFD}|"),
      (0x6F22, "\u{FFFD}|"), (0, " |"), (0x1FAE9, "\u{FFFD}|"), (0x110000, "\u{FFFD}|"),
    ]
  )
  func keepsColumns(base: UInt32, expected: String) throws {
    let painted = try PaintedTerminal(rows: 1, columns: 4)
    painted.paint { frame in
      frame.cells[0].base = base
      frame.cells[1].base = 0x7C
    }
    #expect(painted.terminal.rows == [expected])
  }

  @Test func keepsTheColumnsWhereAWideCharacterIsNotWide() throws {
    let painted = try PaintedTerminal(rows: 1, columns: 5)
    painted.paint { frame in
      frame.cells[0].base = 0x61
      frame.cells[1].base = 0
      frame.cells[2].base = 0x7C
      frame.cells[4].base = 0x6F22
    }
    #expect(painted.terminal.rows == ["\u{FFFD} | \u{FFFD}"])
  }

  @Test func dropsMarksThatMoveText() throws {
    let painted = try PaintedTerminal(rows: 1, columns: 5)
    painted.paint {
      $0.cells[0] = Cell(
        base: 0x65,
        marks: [0x202E, 0x0301, 0x0A, 0x0323],
        style: Style()
      )
    }
    #expect(
      painted.terminal.cell(row: 0, column: 0).text.unicodeScalars.map(\.value)
        == [0x65, 0x0301, 0x0323]
    )
  }

  @Test func showsColoursAndAttributes() throws {
    let painted = try PaintedTerminal(rows: 1, columns: 10)
    let style = Style(
      foreground: .palette(196),
      background: .palette(4),
      attributes: [.bold, .italic, .underline]
    )
    painted.paint { $0.write("x", row: 0, style: style) }
    #expect(painted.terminal.cell(row: 0, column: 0) == VirtualCell(text: "x", style: style))
  }

  @Test func drawsASCIIOnlyWhereTheTerminalIsNotUTF8() throws {
    let painted = try PaintedTerminal(rows: 1, columns: 10, isUnicode: false)
    painted.paint { $0.write("┌漢─é|", row: 0) }
    #expect(painted.terminal.rows == ["+? -?|"])
  }
}
