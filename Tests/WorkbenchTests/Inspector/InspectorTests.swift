import Conversation
import Support
import Testing
import Workbench

/// F4: how the reply that keys act on arrives.
@Suite struct InspectorTests {
  /// A reply that says a word every 100 ms, with a stall before the sixth of ten.
  private static func streaming() -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.say("hi")
    guard let request = harness.requests.last?.id else { return harness }
    harness.receive(.phase(.sent), for: request)
    for step in 1...10 {
      harness.wait(milliseconds: step == 6 ? 2_000 : 100)
      tell(&harness, "word\(step) ")
    }
    return harness
  }

  private static func tell(_ harness: inout WorkbenchHarness, _ text: String) {
    guard let request = harness.requests.last?.id else { return }
    harness.receive(.delta(Delta(channel: .content, text: text, time: harness.now)), for: request)
    _ = harness.screen()
  }

  @Test func opensAndClosesByF4AndClosesByEsc() {
    var harness = Self.streaming()
    for close in ["F4", "Esc"] {
      harness.press("F4")
      #expect(harness.state.conversation.inspector?.page == .time)
      #expect(harness.state.focus == .conversation)
      harness.press(close)
      #expect(harness.state.conversation.inspector == nil)
    }
    #expect(harness.state.conversation.isStreaming)
  }

  @Test func saysThatThereIsNothingToWatch() {
    var harness = WorkbenchHarness()
    harness.press("F4")
    #expect(harness.state.conversation.inspector == nil)
    #expect(harness.state.status?.text == "there is no reply here yet")
  }

  @Test func turnsThePagesByTab() {
    var harness = Self.streaming()
    harness.press("F4 Tab")
    #expect(harness.state.conversation.inspector?.page == .gaps)
    harness.press("Shift-Tab")
    #expect(harness.state.conversation.inspector?.page == .time)
  }

  @Test func takesFiguresFourTimesASecondAndAtTheEnd() {
    var harness = Self.streaming()
    harness.press("F4")
    #expect(harness.state.conversation.inspector?.arrivals.count == 10)
    for count in [10, 10, 13] {
      harness.wait(milliseconds: 100)
      Self.tell(&harness, "more ")
      #expect(harness.state.conversation.inspector?.arrivals.count == count)
    }
    harness.wait(milliseconds: 10)
    Self.tell(&harness, "last")
    harness.end()
    _ = harness.screen()
    #expect(harness.state.conversation.inspector?.arrivals.count == 14)
  }

  @Test func goesFromStallToStallAndAlongWithTheEnd() {
    var harness = Self.streaming()
    harness.press("F4 Tab")
    _ = harness.screen()
    func shown() -> Int? { harness.state.conversation.inspector?.gaps.shown }
    #expect(shown() == 9)
    harness.press("{")
    #expect(shown() == 5)
    harness.press("h h")
    #expect(shown() == 3)
    harness.press("}")
    #expect(shown() == 5)
    harness.press("l Home")
    #expect(shown() == 0)
    harness.press("}")
    #expect(shown() == 5)
    harness.press("End")
    harness.wait(milliseconds: 300)
    Self.tell(&harness, "more ")
    #expect(shown() == 10)
  }

  @Test func looksAtTheReplyThatKeysActOn() {
    var harness = WorkbenchHarness.answered()
    harness.press("F4")
    _ = harness.screen()
    let newest = harness.state.conversation.inspector?.reply
    harness.press("K K")
    _ = harness.screen()
    let older = harness.state.conversation.inspector?.reply
    #expect(newest.map { harness.state.tree[$0].content } == "zwei")
    #expect(older.map { harness.state.tree[$0].content } == "eins")
  }

  @Test func standsBesideTheTimeRuler() {
    var harness = Self.streaming()
    harness.press("F4 ^X t")
    #expect(harness.screen().contains("inspector [time]"))
    #expect(harness.screen().contains("time ruler, turn 1"))
    harness.press("F4")
    #expect(harness.state.conversation.inspector == nil)
    #expect(harness.state.conversation.ruler != nil)
  }

  @Test func letsAMessageBeWrittenBesideIt() {
    var harness = Self.streaming()
    harness.end()
    harness.press("F4 Enter")
    harness.say("and now?")
    #expect(harness.requests.count == 2)
    _ = harness.screen()
    #expect(
      harness.state.conversation.inspector?.reply == harness.state.conversation.focusedLane.tip
    )
  }
}
