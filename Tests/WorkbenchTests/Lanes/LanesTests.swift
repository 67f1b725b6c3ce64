import Conversation
import Support
import Testing
import Workbench

@Suite struct LanesTests {
  @Test(
    "names each preset that there is not beside those that there are",
    arguments: [
      (["fast", "nope"], [], "there is no preset \"nope\"; F2 lists them"),
      (["nope", "fast", "nix"], [], "there is no preset \"nope\" or \"nix\"; F2 lists them"),
      (["nope", "fast"], ["a: b"], "there is no preset \"nope\"; F2 lists them; a: b"),
    ]
  )
  func namesUnknownPresets(open: [String], problems: [String], words: String) {
    let harness = WorkbenchHarness(open: open) { $0.problems = problems }
    #expect(harness.state.status?.text == words)
    #expect(harness.state.conversation.lanes.map(\.preset.name) == ["fast"])
  }

  @Test func opensWithOneLaneAPreset() {
    var harness = WorkbenchHarness(rows: 24, columns: 120, open: ["fast", "cloud"])
    harness.say("hi")
    #expect(harness.requests.map(\.preset.name) == ["fast", "cloud"])
    #expect(harness.state.tree.roots.count == 1)
    #expect(harness.state.tree.children(of: MessageID(0)).count == 2)
  }

  @Test func marksInTheSidebarAndTurnsLanesOnAndOff() {
    var harness = WorkbenchHarness(rows: 24, columns: 120)
    harness.press("Shift-Tab Space j Space F3")
    #expect(harness.state.conversation.lanes.map(\.preset.name) == ["fast", "32k"])
    harness.press("F3")
    #expect(harness.state.conversation.lanes.map(\.preset.name) == ["fast"])
  }

  /// Two lanes, each with an answer of its own.
  private static func answered() -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 120, open: ["fast", "32k"])
    harness.say("hi")
    for (request, answer) in zip(harness.requests, ["from fast", "from 32k"]) {
      let delta = Delta(channel: .content, text: answer, time: harness.now)
      harness.receive(.delta(delta), for: request.id)
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
    return harness
  }

  @Test func lanesComeBackWithTheirAnswers() {
    var harness = Self.answered()
    let tips = harness.state.conversation.lanes.map(\.tip)
    harness.press("F3")
    #expect(!harness.screen().contains("from 32k"))
    harness.press("F3")
    #expect(harness.state.conversation.lanes.map(\.tip) == tips)
    #expect(harness.screen().contains("from 32k"))
  }

  @Test func lanesGoOnFromWhatWasSaidMeanwhile() {
    var harness = Self.answered()
    harness.press("F3")
    harness.say("more")
    harness.receive("of fast")
    harness.end()
    harness.press("F3")
    let lanes = harness.state.conversation.lanes
    #expect(lanes.map(\.preset.name) == ["fast", "32k"])
    #expect(lanes[0].tip == lanes[1].tip)
  }

  @Test func saysHowToMarkWhenNothingIsMarked() {
    var harness = WorkbenchHarness(rows: 24, columns: 120)
    harness.press("F3")
    #expect(harness.screen().contains("mark two presets or more with Space"))
    #expect(!harness.state.conversation.hasLanes)
  }

  @Test func aFailedLaneHoldsUpNoOther() {
    var harness = WorkbenchHarness(rows: 24, columns: 120, open: ["fast", "32k"])
    harness.say("hi")
    harness.receive(
      .ended(.failed(ReplyError(kind: .api, source: "x", problem: "500"))),
      for: RequestID(0)
    )
    harness.receive("still going")
    #expect(harness.screen().contains("still going"))
    #expect(harness.state.conversation.lanes.map(\.isStreaming) == [false, true])
    harness.say("next")
    #expect(harness.requests.count == 3)
    #expect(harness.state.conversation.lanes.map(\.queue) == [[], ["next"]])
  }

  @Test func everyLaneGoesOnFromItsOwnAnswer() {
    var harness = WorkbenchHarness(open: ["fast", "32k"])
    harness.say("hi")
    for (request, answer) in zip(harness.requests, ["a", "b"]) {
      harness.receive(
        .delta(Delta(channel: .content, text: answer, time: harness.now)),
        for: request.id
      )
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
    harness.say("go on")
    #expect(harness.requests.suffix(2).map { $0.messages[1].content } == ["a", "b"])
  }

  @Test func stopsTheFocusedLaneOnly() {
    var harness = WorkbenchHarness(open: ["fast", "32k"])
    harness.say("hi")
    harness.press("^X Tab ^X x")
    #expect(harness.state.conversation.lanes.map(\.isStreaming) == [true, false])
    harness.press("^X x")
    #expect(harness.state.conversation.lanes.map(\.preset.name) == ["fast"])
  }

  @Test func zoomShowsTheFocusedLaneAlone() {
    var harness = WorkbenchHarness(rows: 24, columns: 120, open: ["fast", "32k"])
    harness.press("^X Tab ^X o")
    #expect(harness.state.laneColumns.columns.map(\.lane) == [1])
    #expect(harness.screen().contains("lane 2 of 2, zoomed"))
  }

  @Test func aNewLaneNeverGoesOnFromAReplyThatStreams() {
    var harness = WorkbenchHarness()
    harness.say("hi")
    harness.receive("half")
    harness.press("^X +")
    #expect(harness.state.conversation.lanes.map(\.tip) == [MessageID(1), nil])
  }

  @Test func movesALane() {
    var harness = WorkbenchHarness(open: ["fast", "32k"])
    harness.press("^X >")
    #expect(harness.state.conversation.lanes.map(\.preset.name) == ["32k", "fast"])
    #expect(harness.state.conversation.focused == 1)
  }

  @Test func aDroppedLaneLosesItsMark() {
    var harness = WorkbenchHarness(rows: 24, columns: 120, open: ["fast", "32k", "cloud"])
    harness.press("^X -")
    #expect(harness.state.sidebar.markedPresets.map(\.name) == ["32k", "cloud"])
  }
}
