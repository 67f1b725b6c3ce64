import Panes
import Support
import Testing
import Workbench

@testable import Terminal

/// Whatever text stands on the screen, borders stand where they stand with plain text.
///
/// One after the other: ncurses has one screen a process.
@Suite(.serialized) @MainActor struct NastyTextTests {
  @Test("no text moves a border", arguments: [(40, 120), (16, 61), (7, 21)])
  func bordersStay(rows: Int, columns: Int) throws {
    let size = ScreenSize(rows: rows, columns: columns)
    for scene in NastyScene.all {
      for text in NastyText.all {
        var harness = scene.harness(with: text, size: size)
        let frame = harness.frame()
        let gaps = Borders.gaps(in: frame, of: harness.state)
        #expect(gaps == [], "\(scene.name), \(text.debugDescription)")
        #expect(frame.cells.allSatisfy { $0.isSafe })
      }
    }
  }

  @Test("the terminal shows every cell where the frame has it", arguments: [(24, 80), (9, 30)])
  func terminalAgrees(rows: Int, columns: Int) throws {
    let painted = try PaintedTerminal(rows: rows, columns: columns)
    for scene in NastyScene.all {
      for text in NastyText.all {
        var harness = scene.harness(with: text, size: painted.size)
        let frame = harness.frame()
        painted.screen.forget()
        painted.paint(frame)
        let moved = painted.cellsOutOfPlace(of: frame)
        #expect(moved == [], "\(scene.name), \(text.debugDescription)")
      }
    }
  }

  @Test func aBorderThatIsOverwrittenIsFound() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    var frame = harness.frame()
    let rect = harness.state.layout.mainFrame
    let column = rect?.column ?? 0
    frame.cells[5 * 80 + column] = Cell(base: 0x78, style: Style())
    let place = Frame.Position(row: 5, column: column)
    #expect(Borders.gaps(in: frame, of: harness.state) == [place])
  }
}

extension Cell {
  /// Nothing that acts on a terminal, and no zero-width character in a cell of its own.
  fileprivate var isSafe: Bool {
    base == 0
      || base >= 0x20 && !(0x7F...0x9F).contains(base) && !(0x200B...0x200F).contains(base)
        && !(0x202A...0x202E).contains(base) && !(0x2060...0x206F).contains(base)
  }
}

extension PaintedTerminal {
  /// Where the terminal shows something else than the frame has.
  fileprivate func cellsOutOfPlace(of frame: Frame) -> [String] {
    frame.cells.indices.compactMap { index in
      let cell = frame.cells[index]
      guard !cell.isContinuation else { return nil }
      let (row, column) = index.quotientAndRemainder(dividingBy: frame.size.columns)
      let shown = terminal.cell(row: row, column: column).text
      let base = shown.unicodeScalars.first?.value ?? 0x20
      // 0xFFFD is what is left of a wide character that an overlay half covers.
      return base == cell.base || base == 0xFFFD ? nil : "\(row),\(column): \(shown)"
    }
  }
}
