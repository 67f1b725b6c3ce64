import Support
import Testing
import Workbench

@Suite struct SystemPromptTests {
  @Test func isEditedInSeveralLines() {
    var harness = WorkbenchHarness()
    harness.press("^X y")
    harness.type("Be brief")
    harness.press("^J")
    harness.type("and kind.")
    harness.press("Up End")
    harness.type(",")
    harness.press("Down End")
    harness.type(" Please.")
    harness.press("Enter")
    #expect(harness.state.system == "Be brief,\nand kind. Please.")
  }

  @Test func isLeftAsItWas() {
    var harness = WorkbenchHarness()
    harness.press("^X y")
    harness.type("Be brief.")
    harness.press("Esc")
    #expect(harness.state.system == nil)
  }
}
