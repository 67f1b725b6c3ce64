import Conversation
import Support
import Testing
import Workbench

/// A preset that comes in when the conversation is under way.
@Suite struct JoiningTests {
  /// Two turns of one preset, then a second lane whose preset is the one below it in the sidebar.
  private static func joining(_ keys: String) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 30, columns: 120)
    for (turn, answer) in [("one", "a"), ("two", "b")] {
      harness.say(turn)
      harness.receive(answer)
      harness.end()
    }
    harness.press("Shift-Tab j ^X + \(keys)")
    return harness
  }

  private static func contents(_ request: WorkbenchHarness.Request?) -> [String] {
    request?.messages.map(\.content) ?? []
  }

  @Test func hasTheConversationAnewWhereEachGoesOnFromItsOwn() {
    var harness = Self.joining("^X j")
    #expect(harness.requests.last?.preset.name == "32k")
    #expect(Self.contents(harness.requests.last) == ["one"])
    harness.receive("x")
    harness.end()
    #expect(Self.contents(harness.requests.last) == ["one", "x", "two"])
    harness.receive("y")
    harness.end()
    harness.press("Tab")
    harness.say("three")
    #expect(Self.contents(harness.requests[4]) == ["one", "a", "two", "b", "three"])
    #expect(Self.contents(harness.requests[5]) == ["one", "x", "two", "y", "three"])
  }

  @Test func answersEachTurnWhereAllGoOnFromOne() {
    var harness = Self.joining("^X Tab ^X k ^X Tab ^X j")
    #expect(Self.contents(harness.requests.last) == ["one"])
    harness.receive("x")
    harness.end()
    #expect(Self.contents(harness.requests.last) == ["one", "a", "two"])
    harness.receive("y")
    harness.end()
    #expect(harness.requests.count == 4)
    #expect(harness.state.tree.count == 6)
  }

  @Test(
    "ends at its answer to the last turn, though it missed but the first",
    arguments: ["x", nil]
  )
  func endsAtTheLastTurn(answer: String?) {
    var harness = WorkbenchHarness(rows: 30, columns: 120)
    harness.say("one")
    harness.receive("a")
    harness.end()
    harness.press("Shift-Tab j ^X + ^X Tab ^X k Tab")
    harness.say("two")
    for request in harness.requests.suffix(2) {
      let delta = Delta(channel: .content, text: request.preset.name, time: harness.now)
      harness.receive(.delta(delta), for: request.id)
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
    let last = harness.state.conversation.lanes[1].tip
    harness.press("^X Tab ^X j")
    #expect(Self.contents(harness.requests.last) == ["one"])
    if let answer {
      harness.receive(answer)
      harness.end()
    } else {
      harness.press("^X x")
    }
    #expect(harness.state.conversation.lanes[1].tip == last)
    #expect(harness.state.conversation.lanes.allSatisfy { !$0.isBusy })
  }

  @Test func saysWhenNothingWasMissed() {
    var harness = Self.joining("^X Tab ^X j")
    #expect(harness.requests.count == 2)
    #expect(harness.screen().contains("fast missed no turn"))
  }

  @Test func aSecondLaneOfAPresetHasAnswersOfItsOwn() {
    var harness = WorkbenchHarness(rows: 30, columns: 120)
    harness.say("one")
    harness.receive("a")
    harness.end()
    harness.press("^X + ^X j")
    #expect(harness.requests.count == 2)
    #expect(harness.requests.last?.preset.name == "fast")
    harness.receive("b")
    harness.end()
    harness.press("^X j")
    #expect(harness.requests.count == 2)
    #expect(harness.screen().contains("fast missed no turn"))
    let shown = harness.state.conversation.lanes.compactMap { lane in
      lane.tip.map { harness.state.tree[$0].content }
    }
    #expect(shown == ["a", "b"])
  }
}
