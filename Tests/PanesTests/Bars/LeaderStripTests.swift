import Support
import Testing
import Workbench

@testable import Panes

@Suite struct LeaderStripTests {
  private static func strip(rows: Int, columns: Int) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.press("^X")
    harness.wait(milliseconds: 300)
    harness.apply(.tick)
    return harness
  }

  @Test(
    "takes a third of the screen at most",
    arguments: [6, 9, 10, 16, 24, 60],
    [20, 60, 80, 200]
  )
  func leavesTwoThirds(rows: Int, columns: Int) {
    var before = WorkbenchHarness(rows: rows, columns: columns)
    let old = before.screen().split(separator: "\n", omittingEmptySubsequences: false)
    var after = Self.strip(rows: rows, columns: columns)
    let new = after.screen().split(separator: "\n", omittingEmptySubsequences: false)
    let changed = zip(old, new).dropLast(rows < 10 ? 0 : 1).filter { $0 != $1 }.count
    #expect(changed > 0 && changed <= rows / 3)
  }

  @Test func shortensTheTitlesBeforeItLeavesKeysOut() {
    let entries = ["a", "b", "c", "d"].map {
      LeaderStrip.Entry(keys: $0, title: "a long title of many words", short: "word")
    }
    let wide = LeaderStrip.Grid(entries, rows: 2, columns: 62)
    #expect(wide.cells.map(\.row) == [0, 1, 0, 1])
    #expect(wide.cells.map(\.column) == [1, 1, 31, 31])
    let narrow = LeaderStrip.Grid(entries, rows: 2, columns: 34)
    #expect(narrow.cells.map(\.width) == [15, 15, 15, 15])
    #expect(narrow.cells.map(\.entry) == entries)
    let least = LeaderStrip.Grid(entries, rows: 2, columns: 20)
    #expect(least.cells.map(\.entry.title) == ["a long title of many words", "3 more"])
  }
}
