import Support
import Testing
import Workbench

@Suite struct LaneDrawingTests {
  @Test("what is queued leaves a row to the text and the rule to the prompt", arguments: 6...12)
  func keepsTheQueueInItsLane(rows: Int) throws {
    var harness = WorkbenchHarness(rows: rows, columns: 40)
    harness.say("go")
    harness.receive("text")
    for number in 1...4 { harness.say("message \(number)") }
    let lines = harness.screen().split(separator: "\n", omittingEmptySubsequences: false)
    let layout = harness.state.layout
    #expect(lines[layout.promptRule].hasPrefix(" ▸prompt "))
    #expect(!lines[layout.conversation.row].contains("queued"))
    #expect(lines[layout.promptRule - 1].hasPrefix("» queued: message 4"))
  }
}
