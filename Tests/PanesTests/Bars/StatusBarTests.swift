import Conversation
import Support
import Testing
import Workbench

@Suite struct StatusBarTests {
  @Test("says the stream's state in any width", arguments: 20...40)
  func saysTheState(columns: Int) {
    var harness = WorkbenchHarness(rows: 12, columns: columns)
    harness.say("go")
    let progress = PrefillProgress(total: 100, cached: 0, processed: 100, milliseconds: 10)
    harness.receive(.prefill(progress), for: RequestID(0))
    harness.apply(.tick)
    #expect(harness.screen().contains("○ reading the"))
  }
}
