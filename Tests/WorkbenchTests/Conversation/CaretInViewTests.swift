import Conversation
import Support
import Testing

@testable import Workbench

/// The caret of a selection stays where it can be seen.
@Suite struct CaretInViewTests {
  private static let line = (0..<40).map { "word\($0)" }.joined(separator: " ")

  private static func harness() -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 60)
    harness.say("question")
    harness.receive("Before\n\n```\nshort\n\(line)\nlast\n```\n\nAfter")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Tab [ v j")
    return harness
  }

  /// The character under the cursor.
  private static func underCursor(_ harness: inout WorkbenchHarness) -> String? {
    let frame = harness.frame()
    guard let cursor = frame.cursor else { return nil }
    let cell = frame.cells[cursor.row * frame.size.columns + cursor.column]
    return Unicode.Scalar(cell.base).map { String($0) }
  }

  @Test("code that is cut moves sideways with the caret", arguments: [60, 120, 200])
  func movesSideways(_ steps: Int) {
    var harness = Self.harness()
    for _ in 0..<steps { harness.press("l") }
    let expected = Self.line[Self.line.index(Self.line.startIndex, offsetBy: steps)]
    #expect(Self.underCursor(&harness) == String(expected))
    #expect(harness.state.conversation.lanes[0].codeOffset > 0)
    for _ in 0..<steps { harness.press("h") }
    #expect(Self.underCursor(&harness) == "w")
    #expect(harness.state.conversation.lanes[0].codeOffset == 0)
  }

  @Test(
    "keys reach what is cut",
    arguments: [("$", "9"), ("$ b", "w"), ("$ 0", "w"), ("$ j", "t"), ("$ j k", "9"), ("$ w", "l")]
  )
  func reaches(keys: String, character: String) {
    var harness = Self.harness()
    harness.press(keys)
    #expect(Self.underCursor(&harness) == character)
  }

  @Test func copiesALineThatIsCut() {
    var harness = Self.harness()
    harness.press("v $ y")
    #expect(harness.effects.last == .copy(Self.line, what: "the selection"))
  }

  @Test func wrappedCodeStaysWhereItIs() {
    var harness = Self.harness()
    harness.press("Esc w [ v j $")
    #expect(harness.state.conversation.lanes[0].codeOffset == 0)
    #expect(harness.frame().cursor != nil)
  }

  @Test func aStreamDoesNotCarryTheCaretAway() {
    var harness = WorkbenchHarness(rows: 24, columns: 60)
    harness.say("question")
    harness.receive("first word\n\n" + String(repeating: "line\n\n", count: 20))
    _ = harness.screen()
    harness.press("Tab v")
    let before = harness.screen()
    #expect(Self.underCursor(&harness) != nil)
    for _ in 0..<20 {
      harness.receive(String(repeating: "more\n\n", count: 5))
      #expect(harness.frame().cursor != nil)
    }
    let row = before.split(separator: "\n").firstIndex { $0.contains("line") }
    let after = harness.screen().split(separator: "\n")
    #expect(row.map { after[$0].contains("line") } == true)
    harness.press("G")
    #expect(harness.frame().cursor != nil)
    harness.receive(String(repeating: "more\n\n", count: 50))
    #expect(harness.frame().cursor != nil)
  }

  @Test func aQueuedMessageDoesNotCarryTheCaretAway() {
    var harness = WorkbenchHarness(rows: 24, columns: 60)
    harness.say("question")
    harness.receive(String(repeating: "line\n\n", count: 40))
    harness.say("queued")
    _ = harness.screen()
    harness.press("Tab v")
    harness.end()
    harness.receive(String(repeating: "other\n\n", count: 40))
    #expect(harness.frame().cursor != nil)
    #expect(Self.underCursor(&harness) == "l")
  }
}
