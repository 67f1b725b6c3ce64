import Conversation
import Panes
import Support
import Testing

@Suite struct WindowTitleTests {
  private static func title(of harness: WorkbenchHarness) -> String {
    WindowTitle.text(of: harness.state)
  }

  @Test func saysWhatIsInUseAndWhetherItStreams() {
    var harness = WorkbenchHarness()
    #expect(Self.title(of: harness) == "weir: fast")
    harness.say("hi")
    #expect(Self.title(of: harness) == "weir: fast ● streaming")
    harness.receive("text of the answer")
    #expect(Self.title(of: harness) == "weir: fast ● streaming")
    harness.end()
    #expect(Self.title(of: harness) == "weir: fast")
  }

  @Test func countsLanes() {
    var harness = WorkbenchHarness(open: ["fast", "32k", "cloud"])
    #expect(Self.title(of: harness) == "weir: 3 lanes")
    harness.say("hi")
    harness.end()
    #expect(Self.title(of: harness) == "weir: 3 lanes ● 2 streaming")
  }
}
