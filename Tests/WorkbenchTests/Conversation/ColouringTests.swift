import Conversation
import Support
import Testing
import Typeset

@testable import Workbench

@Suite struct ColouringTests {
  private static func withCode(lines: Int, rows: Int) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: rows, columns: 100)
    harness.say("go")
    let code = (0..<lines).map { "let value\($0) = \"text\"" }.joined(separator: "\n")
    harness.receive("```swift\n\(code)\n```\n")
    harness.end()
    return harness
  }

  @Test("comes to rest with every line in view coloured", arguments: [24, 60, 250])
  func comesToRest(rows: Int) {
    var harness = Self.withCode(lines: 600, rows: rows)
    _ = harness.frame()
    let slices = harness.colour(using: Highlighter(), atMost: 100)
    #expect(slices < 100)
    #expect(harness.screen().contains("value599"))
    let text = harness.state.conversation.focusedLane.text
    let message = text.text(at: text.path.count - 1)
    var plain: [Int] = []
    for row in 0..<message.body.rowCount {
      var isColoured = false
      var isCode = false
      message.body.forEachGlyph(ofRow: row) { _, place in
        if case .syntax = place.style.kind { isColoured = true }
        if place.style.kind != .codeLabel { isCode = true }
      }
      if isCode, !isColoured { plain.append(row) }
    }
    #expect(plain == [])
  }
}
