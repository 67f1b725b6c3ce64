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
    #expect(Self.title(of: harness) == "weir: fast: hi ● streaming")
    harness.receive("text of the answer")
    #expect(Self.title(of: harness) == "weir: fast: hi ● streaming")
    harness.end()
    #expect(Self.title(of: harness) == "weir: fast: hi")
  }

  @Test func offTheRecordNothingOfWhatWasSaidStandsThere() {
    var harness = WorkbenchHarness()
    harness.press("^X O")
    harness.say("hi")
    #expect(Self.title(of: harness) == "weir: fast, off the record ● streaming")
  }

  @Test func countsLanes() {
    var harness = WorkbenchHarness(open: ["fast", "32k", "cloud"])
    #expect(Self.title(of: harness) == "weir: 3 lanes")
    harness.say("hi")
    harness.end()
    #expect(Self.title(of: harness) == "weir: 3 lanes: hi ● 2 streaming")
  }
}
