import Panes
import Support
import Testing
import Workbench

@Suite struct PaletteDrawingTests {
  @Test func marksTheLettersThatWereFound() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.press("Alt-x")
    harness.type("newco")
    let frame = harness.frame()
    let marked = frame.cells.filter { $0.style.attributes.contains([.bold, .underline]) }
    let text = String(String.UnicodeScalarView(marked.compactMap { UnicodeScalar($0.base) }))
    #expect(text.hasPrefix("newco"))
  }
}
