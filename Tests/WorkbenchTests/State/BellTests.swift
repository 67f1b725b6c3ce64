import Conversation
import Support
import Testing
import Workbench

@Suite struct BellTests {
  private static func harness() -> WorkbenchHarness {
    WorkbenchHarness(open: ["fast", "32k"]) { $0.ringsBell = true }
  }

  @Test func ringsWhenTheLastStreamEndsOutOfSight() {
    var harness = Self.harness()
    harness.apply(.input(.focus(false)))
    harness.say("hi")
    harness.receive(.ended(.finished(reason: "stop")), for: RequestID(0))
    #expect(!harness.effects.contains(.ring))
    harness.receive(.ended(.finished(reason: "stop")), for: RequestID(1))
    #expect(harness.effects.last == .ring)
  }

  @Test func isSilentWhileTheTerminalHasTheFocus() {
    var harness = Self.harness()
    harness.apply(.input(.focus(false)))
    harness.apply(.input(.focus(true)))
    harness.say("hi")
    for request in harness.requests { harness.receive(.ended(.incomplete), for: request.id) }
    #expect(!harness.effects.contains(.ring))
  }

  @Test func isSilentUnlessAskedFor() {
    var harness = WorkbenchHarness()
    harness.apply(.input(.focus(false)))
    harness.say("hi")
    harness.end()
    #expect(!harness.effects.contains(.ring))
  }
}
