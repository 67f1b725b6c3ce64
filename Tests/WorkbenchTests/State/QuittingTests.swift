import Support
import Testing
import Workbench

@Suite struct QuittingTests {
  /// A workbench in which something was said that could not be saved.
  private static func troubled() -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("one")
    harness.end()
    harness.apply(.history(.notSaved(reason: "the disk is full")))
    return harness
  }

  @Test("asks before it leaves what is not saved", arguments: ["^X q", "^D", "^C"])
  func asksFirst(keys: String) {
    var harness = Self.troubled()
    harness.press(keys == "^C" ? "^C ^C" : keys)
    #expect(!harness.effects.contains(.quit))
    #expect(harness.state.status?.text.hasPrefix("some of what was said is not saved") == true)
    #expect(harness.screen().contains("quit again to leave"))
    harness.press(keys)
    #expect(harness.effects.last == .quit)
  }

  @Test func typedCommandsAskOnce() {
    var harness = Self.troubled()
    harness.say("/quit")
    #expect(!harness.effects.contains(.quit))
    harness.say("/quit")
    #expect(harness.effects.last == .quit)
  }

  @Test func asksAgainOnceMoreWasSaid() {
    var harness = Self.troubled()
    harness.press("^X q")
    harness.say("two")
    harness.end()
    harness.press("^X q")
    #expect(!harness.effects.contains(.quit))
  }

  @Test func leavesAtOnceWhenAllIsSaved() {
    var harness = Self.troubled()
    harness.apply(.history(.saved([:])))
    harness.press("^X q")
    #expect(harness.effects.last == .quit)
  }
}
