import Conversation
import Support
import Testing
import Workbench

@Suite struct HintLineTests {
  private static func hintLine(_ harness: inout WorkbenchHarness) -> String {
    harness.screen().split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test("says whose the mouse is", arguments: [60, 80, 200])
  func saysWhoseTheMouseIs(columns: Int) {
    var harness = WorkbenchHarness(rows: 24, columns: columns)
    #expect(Self.hintLine(&harness).hasSuffix(" mouse: weir"))
    harness.press("^X m")
    // The message about it goes with the next key.
    harness.press("Left")
    #expect(Self.hintLine(&harness).hasSuffix(" mouse: terminal"))
    #expect(harness.effects == [.captureMouse(false)])
  }

  @Test func leavesANarrowLineToTheKeys() {
    var harness = WorkbenchHarness(rows: 24, columns: 59)
    #expect(!Self.hintLine(&harness).contains("mouse"))
  }

  @Test func aLongMessageNeedsTheWholeLine() {
    var harness = WorkbenchHarness(rows: 24, columns: 60)
    let message = String(repeating: "m", count: 59)
    harness.apply(.report(StatusMessage(message)))
    #expect(Self.hintLine(&harness) == " \(message)")
  }
}
