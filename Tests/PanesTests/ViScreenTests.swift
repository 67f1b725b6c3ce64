import Panes
import Support
import Testing
import Workbench

@Suite struct ViScreenTests {
  @Test(
    "the mode stands in words on the prompt's rule",
    arguments: [
      ("insert", ""), ("normal", "Esc"), ("pending", "Esc 2 d 3 i"), ("visual", "Esc v b"),
      ("visual-line", "Esc V k"), ("search", "Esc / o n Space"),
    ]
  )
  func mode(name: String, keys: String) {
    var harness = Self.workbench()
    harness.press(keys)
    expectSnapshot(harness.screen(), named: "vi-\(name)")
  }

  @Test func theSystemPromptSaysItToo() {
    var harness = Self.workbench()
    harness.press("^X y")
    harness.type("be brief")
    harness.press("Esc v b")
    expectSnapshot(harness.screen(), named: "vi-system-prompt")
  }

  @Test func aNarrowScreenSaysItToo() {
    var harness = Self.workbench(rows: 12, columns: 30)
    harness.press("Esc V")
    expectSnapshot(harness.screen(), named: "vi-narrow")
  }

  @Test func theSelectionIsMarkedWithItsLineEnds() {
    var harness = Self.workbench()
    harness.press("Esc 0 v k w w")
    let frame = harness.frame()
    let prompt = harness.state.layout.prompt
    let selected = harness.state.theme[.selection]
    let marked = (0..<prompt.rows).map { row in
      let cells = Array(frame.row(prompt.row + row))
      return (0..<prompt.columns).filter { cells[prompt.column + $0].style == selected }
    }
    #expect(marked == [[11, 12, 13, 14], [2]])
  }

  private static func workbench(rows: Int = 24, columns: Int = 80) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: rows, columns: columns) {
      $0.editing = .vi
      $0.theme = Theme(name: "marked", styles: [.selection: Style(attributes: .reverse)])
    }
    harness.type("one 漢字 two")
    harness.press("^J")
    harness.type("and three")
    return harness
  }
}
