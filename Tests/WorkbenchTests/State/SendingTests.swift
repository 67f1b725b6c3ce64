import Conversation
import Support
import Testing
import Workbench

@Suite struct SendingTests {
  @Test func sendsTheTypedMessageWithThePresetInUse() {
    var harness = WorkbenchHarness()
    harness.say("Count one to five")
    #expect(
      harness.requests.map(\.messages) == [[ChatMessage(role: .user, content: "Count one to five")]]
    )
    #expect(harness.requests.map(\.preset.name) == ["fast"])
    #expect(harness.effects.contains(.keepPrompt("Count one to five")))
  }

  @Test func sendsNothingForABlankPrompt() {
    var harness = WorkbenchHarness()
    harness.say("   ")
    #expect(harness.requests.isEmpty)
  }

  @Test func sendsTheWholePathOfSeveralTurns() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.receive("eins")
    harness.end()
    harness.say("two")
    #expect(
      harness.requests.last?.messages == [
        ChatMessage(role: .user, content: "one"), ChatMessage(role: .assistant, content: "eins"),
        ChatMessage(role: .user, content: "two"),
      ]
    )
  }

  @Test func putsTheSystemPromptFirst() {
    var harness = WorkbenchHarness()
    harness.press("^X y")
    harness.type("Be brief.")
    harness.press("Enter")
    harness.say("hi")
    #expect(
      harness.requests.last?.messages == [
        ChatMessage(role: .system, content: "Be brief."), ChatMessage(role: .user, content: "hi"),
      ]
    )
  }

  @Test func queuesWhileAReplyStreamsAndSendsWhenItEnds() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.receive("eins")
    harness.say("two")
    #expect(harness.requests.count == 1)
    #expect(harness.screen().contains("queued: two"))
    harness.end()
    #expect(harness.requests.last?.messages.last == ChatMessage(role: .user, content: "two"))
    #expect(!harness.screen().contains("queued"))
  }

  @Test func recallsAQueuedMessageIntoThePrompt() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.say("two")
    harness.press("Up")
    #expect(harness.state.prompt.editor.text == "two")
    harness.end()
    #expect(harness.requests.count == 1)
  }

  @Test func putsQueuedMessagesBackIntoThePromptWhenStopped() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.say("two")
    harness.type("draft")
    harness.press("Esc")
    #expect(harness.state.prompt.editor.text == "two\ndraft")
  }

  @Test func stopsAtOnceAndKeepsWhatCame() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.receive("partial ans")
    harness.press("Esc")
    #expect(harness.effects.contains(.cancel(RequestID(0))))
    #expect(harness.screen().contains("partial ans"))
    #expect(harness.screen().contains("stopped"))
    harness.receive("wer of a dead request")
    #expect(!harness.screen().contains("dead request"))
  }

  @Test func asksAgainAsASiblingAndKeepsTheOldReply() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.receive("first answer")
    harness.end()
    harness.press("F5")
    harness.receive("second answer")
    harness.end()
    #expect(harness.screen().contains("second answer"))
    #expect(harness.screen().contains("2 of 2"))
    harness.wait(milliseconds: 1_000)
    harness.press("Esc <")
    #expect(harness.screen().contains("first answer"))
    #expect(harness.screen().contains("1 of 2"))
  }

  @Test func editsAMessageAsASibling() {
    var harness = WorkbenchHarness()
    harness.say("helo")
    harness.receive("?")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Esc e")
    #expect(harness.state.prompt.editor.text == "helo")
    harness.press("Backspace")
    harness.say("lo")
    #expect(
      harness.requests.last?.messages == [ChatMessage(role: .user, content: "hello")]
    )
    #expect(harness.screen().contains("2 of 2"))
  }

  @Test func leavesEditingWithTheDraftThatStoodThere() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.type("draft")
    harness.press("Esc e Esc")
    #expect(harness.state.prompt.editor.text == "draft")
    #expect(harness.state.prompt.editing == nil)
  }

  @Test func usesAnotherPresetFromTheNextMessageOn() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.receive("eins")
    harness.end()
    harness.press("F2")
    harness.type("cloud")
    harness.press("Enter")
    harness.say("two")
    #expect(harness.requests.map(\.preset.name) == ["fast", "cloud"])
  }

  @Test func takesAnyTypedModelName() {
    var harness = WorkbenchHarness()
    harness.press("F2")
    harness.type("qwen3-coder:480b")
    harness.press("Enter")
    harness.say("hi")
    #expect(harness.requests.last?.preset.model == "qwen3-coder:480b")
    #expect(harness.requests.last?.preset.endpoint.name == "hossenfelder")
  }

  @Test func namesTheErrorAndWhatToDo() {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.say("one")
    harness.receive("text so far")
    harness.end(
      .failed(ReplyError(kind: .transport, source: "hossenfelder", problem: "connection reset"))
    )
    let screen = harness.screen()
    #expect(screen.contains("text so far"))
    #expect(screen.contains("transport: hossenfelder: connection reset. F5 asks again"))
  }

  @Test func continuesAReplyThatWasCutOff() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.receive("half an ans")
    harness.end(.incomplete)
    harness.wait(milliseconds: 1_000)
    harness.press("Esc c")
    #expect(
      harness.requests.last?.messages.map(\.role) == [.user, .assistant, .user]
    )
  }
}
