import Conversation
import Support
import Testing
import Workbench

/// Lanes that differ by parameters.
@Suite struct SweepingTests {
  private static func answers(_ harness: inout WorkbenchHarness, _ texts: [String]) {
    for (request, text) in zip(harness.requests.suffix(texts.count), texts) {
      let delta = Delta(channel: .content, text: text, time: harness.now)
      harness.receive(.delta(delta), for: request.id)
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
  }

  @Test func opensALaneForEachCombination() {
    var harness = WorkbenchHarness(rows: 40, columns: 200)
    harness.say("/sweep temperature=0,0.4 seed=1,2")
    harness.say("hi")
    #expect(
      harness.requests.map { $0.preset.parameters[.temperature]?.plainText } == [
        "0", "0", "0.4", "0.4",
      ]
    )
    #expect(harness.requests.map { $0.preset.parameters[.seed] } == [1, 2, 1, 2])
    let screen = harness.screen()
    for label in ["1 t 0 · seed 1", "2 t 0 · seed 2", "3 t 0.4 · seed 1", "4 t 0.4 · seed 2"] {
      #expect(screen.contains(label))
    }
  }

  @Test func besideOthersASweepTakesThePlaceOfTheFocusedLane() {
    var harness = WorkbenchHarness(rows: 40, columns: 160, open: ["fast", "32k"])
    harness.say("/sweep seed=1,2")
    #expect(
      harness.state.status?.text
        == "2 lanes in place of the focused one, the others stay: seed=1,2"
    )
    #expect(harness.state.conversation.lanes.map(\.preset.name) == ["fast", "fast", "32k"])
  }

  @Test func asksThePresetAsOftenAsItIsNamed() {
    var harness = WorkbenchHarness(rows: 40, columns: 160)
    harness.say("/lanes fast fast fast")
    harness.say("hi")
    #expect(harness.requests.map(\.preset.name) == ["fast", "fast", "fast"])
    #expect(harness.screen().contains("2 fast #2"))
  }

  @Test func givesALaneParametersOfItsOwn() {
    var harness = WorkbenchHarness(rows: 40, columns: 160, open: ["fast", "32k"])
    harness.press("^X Tab ^X e")
    harness.type("max_tokens=5")
    harness.press("Enter")
    harness.say("hi")
    #expect(harness.requests.map { $0.preset.parameters[.maxTokens] } == [nil, 5])
    Self.answers(&harness, ["a", "b"])
    harness.press("^X e ^U Enter")
    harness.say("again")
    #expect(harness.requests.suffix(2).map { $0.preset.parameters[.maxTokens] } == [nil, nil])
  }

  @Test func saysWhatItCannotReadAndKeepsTheLine() {
    var harness = WorkbenchHarness(rows: 40, columns: 160)
    harness.press("^X e")
    harness.type("temperature=hot")
    harness.press("Enter")
    let screen = harness.screen()
    #expect(screen.contains("temperature=hot"))
    #expect(screen.contains("a number"))
    #expect(!harness.state.conversation.hasLanes)
    #expect(harness.state.overlay != nil)
  }

  @Test func comesBackWithItsParametersAndTheKeptLane() throws {
    var harness = WorkbenchHarness(rows: 40, columns: 160)
    harness.say("/sweep seed=1,2")
    harness.press("^X k")
    harness.say("hi")
    Self.answers(&harness, ["a", "b"])
    let changes = harness.takeUnsaved(isLeaving: true)
    let view = try #require(changes.compactMap(\.view).last)
    var stored = StoredConversation(
      record: harness.state.keeping.record,
      messages: harness.state.tree.storedMessages
    )
    stored.view = view
    var other = WorkbenchHarness(rows: 40, columns: 160, open: ["fast", "32k"]) {
      $0.opening = .newest
    }
    other.press("^X = ^X D ^X s ^X f")
    other.apply(.history(.opened(stored, for: .newest)))
    let pane = other.state.conversation
    #expect(!pane.foldsSame && pane.marksDifferences && pane.showsOnlyDifferences)
    #expect(pane.scrollsInStep && pane.asking.order == .sequential)
    #expect(
      other.state.conversation.lanes.map(\.cell) == harness.state.conversation.lanes.map(\.cell)
    )
    #expect(other.state.conversation.keptLane == 0)
  }

  @Test func showsTheFocusedOneOfThoseThatAreTheSame() {
    var harness = WorkbenchHarness(rows: 40, columns: 200)
    harness.say("/sweep seed=1,2,3")
    harness.say("hi")
    Self.answers(&harness, ["same", "other", "same"])
    #expect(harness.state.laneColumns.columns.map(\.lane) == [0, 1])
    #expect(harness.screen().contains("2 of 3 the same"))
    harness.press("Tab 3")
    #expect(harness.state.laneColumns.columns.map(\.lane) == [1, 2])
    harness.press("^X =")
    #expect(harness.state.laneColumns.columns.map(\.lane) == [0, 1, 2])
    #expect(harness.screen().contains("2 of 3 the same"))
  }

  @Test func foldsNothingThatStillStreamsOrFailed() {
    var harness = WorkbenchHarness(rows: 40, columns: 200)
    harness.say("/sweep seed=1,2")
    harness.say("hi")
    for request in harness.requests {
      harness.receive(
        .delta(Delta(channel: .content, text: "a", time: harness.now)),
        for: request.id
      )
    }
    #expect(harness.state.conversation.folded.isEmpty)
    for request in harness.requests { harness.receive(.ended(.incomplete), for: request.id) }
    #expect(harness.state.conversation.folded.isEmpty)
  }

  @Test func anAnswerThatWasAskedOtherwiseIsSaidToBe() {
    var harness = WorkbenchHarness(rows: 40, columns: 160, open: ["fast", "32k"])
    harness.say("hi")
    Self.answers(&harness, ["a", "b"])
    #expect(!harness.screen().contains("from the next message"))
    harness.say("/sweep temperature=0,1")
    #expect(harness.screen().contains("fast · t 0 \u{2192} from the next message"))
    harness.press("^X v")
    let question = harness.screen()
    #expect(question.contains("1 fast"))
    #expect(
      !question.split(separator: "\n").contains {
        $0.contains("1 fast · t 0") && $0.contains("best")
      }
    )
    harness.press("Enter Enter")
    #expect(harness.state.status?.text == "voted, the best: 1 fast · t 0.2")
    harness.say("again")
    Self.answers(&harness, ["c", "d", "e"])
    #expect(!harness.screen().contains("from the next message"))
  }
}
