import Conversation
import Support
import Testing
import Workbench

@Suite struct EndingTests {
  @Test func interruptStopsThenClearsThenArmsThenQuits() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.type("draft")
    harness.press("^C")
    #expect(harness.effects.last == .cancel(RequestID(0)))
    #expect(harness.state.prompt.editor.text == "draft")
    harness.press("^C")
    #expect(harness.state.prompt.editor.text == "")
    harness.press("^C")
    #expect(harness.screen().contains("press ^C again to quit"))
    #expect(!harness.effects.contains(.quit))
    harness.press("^C")
    #expect(harness.effects.last == .quit)
  }

  @Test func anotherKeyDisarmsQuitting() {
    var harness = WorkbenchHarness()
    harness.press("^C x ^C ^C")
    #expect(!harness.effects.contains(.quit))
  }

  @Test func endOfInputQuitsOnAnEmptyPromptOnly() {
    var harness = WorkbenchHarness()
    harness.type("ab")
    harness.press("^A ^D")
    #expect(harness.state.prompt.editor.text == "b")
    harness.press("^D ^D")
    #expect(harness.effects.last == .quit)
  }

  @Test func deleteInAnEmptyPromptDoesNotQuit() {
    var harness = WorkbenchHarness()
    harness.type("a")
    harness.press("Home Del Del")
    #expect(harness.state.prompt.editor.isEmpty)
    #expect(harness.effects.last != .quit)
  }

  @Test func escapeTwiceStopsEveryLane() {
    var harness = WorkbenchHarness(open: ["fast", "32k", "cloud"])
    harness.say("one")
    harness.press("Esc")
    #expect(harness.state.conversation.lanes.map(\.isStreaming) == [false, true, true])
    harness.press("Esc")
    #expect(harness.state.conversation.lanes.map(\.isStreaming) == [false, false, false])
  }

  @Test func escapeMeantForAStreamThatJustEndedDoesNothing() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.end()
    harness.wait(milliseconds: 200)
    harness.press("Esc")
    #expect(harness.state.focus == .prompt)
    harness.wait(milliseconds: 200)
    harness.press("Esc")
    #expect(harness.state.focus == .conversation)
  }

  @Test func escapeMeantForAStreamThatJustEndedSparesTheQueuedMessage() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.say("two")
    harness.end()
    harness.press("Esc")
    #expect(harness.state.conversation.lanes[0].isStreaming)
    harness.wait(milliseconds: 400)
    harness.press("Esc")
    #expect(!harness.state.conversation.lanes[0].isStreaming)
  }

  @Test func escapeStopsItsStreamWhenAnotherLaneHasJustEnded() {
    var harness = WorkbenchHarness(open: ["fast", "32k"])
    harness.say("one")
    harness.end()
    harness.press("Esc")
    #expect(harness.effects.last == .cancel(RequestID(0)))
  }

  @Test func inALaneThatHasEndedTheStopKeysSayWhatStopsTheOthers() {
    var harness = WorkbenchHarness(rows: 24, columns: 120, open: ["fast", "32k", "cloud"])
    harness.say("one")
    harness.press("^X x")
    #expect(harness.screen().contains("^X X stop all"))
    harness.press("Esc")
    #expect(harness.state.status?.text == "2 other lanes stream; ^X X stops all")
    harness.press("^C")
    #expect(
      harness.state.status?.text
        == "press ^C again to quit; 2 other lanes stream; ^X X stops all"
    )
    harness.press("^X X")
    #expect(harness.effects.suffix(2) == [.cancel(RequestID(1)), .cancel(RequestID(2))])
    #expect(harness.state.conversation.lanes.allSatisfy { !$0.isBusy })
    #expect(!harness.screen().contains("stop all"))
    harness.press("^X X")
    #expect(harness.state.status?.text == "nothing streams")
  }

  @Test func escapeTwiceBetweenPanesStopsNothing() {
    var harness = WorkbenchHarness(open: ["fast", "32k"])
    harness.say("one")
    harness.press("^X x")
    harness.press("Esc Esc")
    #expect(harness.state.conversation.lanes.map(\.isStreaming) == [false, true])
    #expect(harness.state.focus == .prompt)
  }

  @Test func newConversationStopsTheStreamsAndClearsTheScreen() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.receive("eins")
    harness.press("^X n")
    #expect(harness.effects.last == .cancel(RequestID(0)))
    #expect(harness.state.tree.isEmpty)
    harness.say("two")
    #expect(harness.requests.last?.messages == [ChatMessage(role: .user, content: "two")])
  }
}
