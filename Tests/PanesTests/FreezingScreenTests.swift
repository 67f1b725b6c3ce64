import Conversation
import Support
import Testing
import Workbench

@Suite struct FreezingScreenTests {
  @Test("a frozen stream", arguments: [(40, 120), (24, 80), (12, 40)])
  func frozen(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.say("Count")
    for number in 1...60 {
      harness.wait(milliseconds: 50)
      if number == 40 { harness.press("^X Space") }
      harness.receive("**\(number)**, ")
    }
    expectSnapshot(harness.screen(), named: "frozen-\(columns)x\(rows)")
  }

  @Test("a frozen stream in the inspector", arguments: [(40, 120), (24, 80), (12, 40)])
  func inspected(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.say("Count")
    harness.press("F4 Tab")
    for number in 1...60 {
      harness.wait(milliseconds: 50)
      if number == 40 { harness.press("^X Space , , ,") }
      harness.receive("**\(number)**, ")
    }
    expectSnapshot(harness.screen(), named: "frozen-inspector-\(columns)x\(rows)")
  }
}
