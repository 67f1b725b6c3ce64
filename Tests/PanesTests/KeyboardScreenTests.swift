import Support
import Testing
import Workbench

/// What helps to find a key or a command, as it stands on screen.
@Suite struct KeyboardScreenTests {
  @Test("the keys that can follow the leader's", arguments: [(24, 60), (40, 120), (6, 20)])
  func leader(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.press("^X")
    harness.wait(milliseconds: 300)
    harness.apply(.tick)
    expectSnapshot(harness.screen(), named: "leader-\(columns)x\(rows)")
  }

  @Test("commands with place, keys and obstacles", arguments: [(24, 60), (40, 120)])
  func palette(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.press("Alt-x")
    harness.type("message")
    expectSnapshot(harness.screen(), named: "palette-\(columns)x\(rows)")
  }
}
