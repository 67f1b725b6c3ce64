import Support
import Testing
import Workbench

@Suite struct ListOverlayTests {
  @Test(
    "the filter is edited as the prompt is",
    arguments: [
      ("Backspace", "two word"), ("^W", "two "), ("Alt-Backspace", "two "), ("^W ^W", ""),
      ("^U", ""),
    ]
  )
  func editsTheFilter(keys: String, filter: String) {
    var harness = WorkbenchHarness()
    harness.press("F2")
    harness.type("two words")
    harness.press(keys)
    guard case .list(let list)? = harness.state.overlay else {
      Issue.record("no list is open")
      return
    }
    #expect(list.filter == filter)
  }
}
