import Support
import Testing
import Workbench

@testable import Panes

@Suite struct HintTests {
  private static func hints(_ harness: WorkbenchHarness) -> [String] {
    Hint.all(for: harness.state).map { "\($0.keys) \($0.words)" }
  }

  @Test(
    "whatever takes the next key says its own keys",
    arguments: [
      ("F1", ["Down scroll", "PgDn page", "Esc close"]),
      ("F2", ["Enter accept", "Down choose", "Esc close"]),
      ("^X y", ["Enter set", "^J newline", "Esc leave as it was"]),
      ("Shift-Tab j j j e", ["Enter set", "Esc leave as it was"]),
      ("^R", ["Enter take", "^R older", "Esc give up"]),
    ]
  )
  func sayWhatTheNextKeyDoes(keys: String, hints: [String]) {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.press(keys)
    #expect(Self.hints(harness) == hints)
  }

  @Test func enterQueuesWhileEveryLaneStreams() {
    var harness = WorkbenchHarness(open: ["fast", "cloud"])
    harness.say("hi")
    #expect(Self.hints(harness).first == "Enter queue")
    harness.receive("hello")
    harness.end()
    #expect(Self.hints(harness).first == "Enter send")
  }

  @Test func escapeStopsThenLeavesTheEditThenChangesPane() {
    var harness = WorkbenchHarness()
    func escape() -> String? { Self.hints(harness).first { $0.hasPrefix("Esc ") } }
    #expect(escape() == "Esc conversation")
    harness.say("hi")
    #expect(escape() == "Esc stop")
    harness.receive("hello")
    harness.end()
    harness.wait(milliseconds: 1000)
    harness.press("Esc e")
    #expect(escape() == "Esc leave the edit")
    harness.press("Esc Esc")
    #expect(escape() == "Esc prompt")
  }

  @Test func aReboundKeyIsTheOneShown() {
    var harness = WorkbenchHarness {
      $0.bindings = ["prompt.send": ["Alt-s"], "list.down": []]
    }
    #expect(Self.hints(harness).first == "Alt-s send")
    harness.press("F1")
    #expect(Self.hints(harness) == ["PgDn page", "Esc close"])
  }
}
