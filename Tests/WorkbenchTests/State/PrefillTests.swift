import Conversation
import Support
import Testing
import Workbench

@Suite struct PrefillTests {
  private static let list = Action.modelsListed(
    endpoint: "hossenfelder",
    models: [ModelInfo(id: "qwen-coder-7b", owner: "llamacpp")]
  )

  private static func presets(_ form: PrefillForm?) -> [Preset] {
    WorkbenchHarness.presets.map { preset in
      var preset = preset
      preset.endpoint.prefill = form
      return preset
    }
  }

  private static func cutOff(
    _ form: PrefillForm? = .message,
    open: [String] = []
  ) -> WorkbenchHarness {
    var harness = WorkbenchHarness(presets: presets(form), open: open)
    harness.say("Count")
    harness.receive("one, two, thr")
    harness.end(.finished(reason: "length"))
    harness.wait(milliseconds: 1_000)
    return harness
  }

  private static let question = ChatMessage(role: .user, content: "Count")

  @Test func continuesAsASiblingThatBeginsWithTheOldWords() {
    var harness = Self.cutOff()
    harness.press("Esc c")
    harness.receive("ee, four")
    harness.end()
    #expect(
      harness.requests.last?.messages == [
        Self.question, ChatMessage(role: .assistant, content: "one, two, thr"),
      ]
    )
    let screen = harness.screen()
    #expect(screen.contains("one, two, three, four"))
    #expect(screen.contains("2 of 2"))
    let tip = harness.state.conversation.focusedLane.tip
    let reply = tip.map { harness.state.tree[$0] }
    #expect(reply?.reply?.givenBytes == 13)
    #expect(reply?.reply?.marks.map(\.lengthInBytes) == [8])
    #expect(harness.state.conversation.focusedLane.meter.byteCount == 8)
    harness.press("<")
    #expect(harness.screen().contains("1 of 2"))
  }

  @Test func leavesWhiteSpaceAtTheEndToTheModel() {
    var harness = WorkbenchHarness(presets: Self.presets(.message))
    harness.say("Count")
    harness.receive("one,\n \n")
    harness.end(.cancelled)
    harness.wait(milliseconds: 1_000)
    harness.press("Esc c")
    harness.receive("\ntwo")
    #expect(harness.requests.last?.messages.last?.content == "one,")
    let tip = harness.state.conversation.focusedLane.tip
    #expect(tip.map { harness.state.tree[$0].content } == "one,\ntwo")
  }

  @Test func continuesAReplyInTheMiddleAndKeepsWhatFollowedIt() {
    var harness = Self.cutOff()
    harness.say("Thanks")
    harness.receive("Welcome")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Esc K K c")
    #expect(harness.requests.last?.messages.last?.content == "one, two, thr")
    harness.receive("ee")
    harness.end()
    harness.wait(milliseconds: 1_000)
    #expect(!harness.screen().contains("Welcome"))
    harness.press("<")
    #expect(harness.screen().contains("Welcome"))
  }

  @Test func asksForTheRestWhereTheServerIsNotKnownToTakeWords() {
    var harness = Self.cutOff(nil)
    harness.press("Esc c")
    #expect(harness.screen().contains("fast takes no prefill"))
    #expect(
      harness.requests.last?.messages == [
        Self.question, ChatMessage(role: .assistant, content: "one, two, thr"),
        ChatMessage(role: .user, content: WorkbenchState.continueRequest),
      ]
    )
  }

  @Test func learnsFromTheModelListWhatTheServerTakes() {
    var harness = Self.cutOff(nil)
    #expect(harness.effects.contains(.listModels(WorkbenchHarness.presets[0].endpoint)))
    harness.apply(Self.list)
    harness.press("Esc c")
    #expect(harness.requests.last?.preset.endpoint.prefill == .message)
    #expect(harness.requests.last?.messages.last?.content == "one, two, thr")
  }

  @Test func asksForTheListOnlyOnceInARunAndNotBeforeAnAnswer() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.end(.failed(ReplyError(kind: .transport, source: "hossenfelder", problem: "down")))
    #expect(!harness.effects.contains(.listModels(WorkbenchHarness.presets[0].endpoint)))
    for _ in 0..<2 {
      harness.press("F5")
      harness.receive("eins")
      harness.end()
    }
    let asked = harness.effects.filter {
      if case .listModels = $0 { true } else { false }
    }
    #expect(asked == [.listModels(WorkbenchHarness.presets[0].endpoint)])
  }

  @Test func asksForTheRestOfAReplyThatReasonedUnlessToldOtherwise() {
    for (form, isGiven) in [(nil, false), (PrefillForm.message, true)] {
      var harness = WorkbenchHarness(presets: Self.presets(form))
      harness.apply(Self.list)
      harness.say("Count")
      if let id = harness.requests.last?.id {
        let delta = Delta(channel: .reasoning, text: "hm", time: harness.now)
        harness.receive(.delta(delta), for: id)
      }
      harness.receive("one")
      harness.end(.finished(reason: "length"))
      harness.wait(milliseconds: 1_000)
      harness.press("Esc c")
      #expect((harness.requests.last?.messages.last?.role == .assistant) == isGiven)
    }
  }

  @Test func asksForTheRestAfterTheServerRefusedWordsThatItWasBelievedToTake() {
    var harness = Self.cutOff(nil)
    harness.apply(Self.list)
    harness.press("Esc c")
    harness.end(.failed(ReplyError(kind: .api, source: "e", problem: "no", status: 400)))
    harness.wait(milliseconds: 1_000)
    #expect(harness.screen().contains("one, two, thr"))
    harness.press("c")
    #expect(harness.requests.last?.messages.last?.content == WorkbenchState.continueRequest)
  }

  @Test func beginsTheNextReplyWithTheWordsOfADialog() {
    var harness = WorkbenchHarness(presets: Self.presets(.prefix), open: ["fast", "32k"])
    harness.press("^X p")
    harness.type("Sure, ")
    harness.press("Enter")
    #expect(harness.screen().contains("reply begins: Sure,"))
    harness.say("Count")
    #expect(harness.requests.map(\.messages.last?.content) == ["Sure,", "Sure,"])
    #expect(!harness.screen().contains("reply begins"))
    harness.receive(" one")
    harness.end()
    harness.press("^X x")
    harness.say("More")
    #expect(harness.requests.last?.messages.last == ChatMessage(role: .user, content: "More"))
  }

  @Test func refusesWordsForAPresetThatTakesNoneAndKeepsThePrompt() {
    var harness = WorkbenchHarness(presets: Self.presets(.off))
    harness.say("/prefill Sure")
    #expect(harness.screen().contains("prefill is \"off\" for it in the configuration"))
    #expect(harness.state.prompt.prefill == "")
    harness = WorkbenchHarness()
    harness.say("/prefill Sure")
    #expect(harness.screen().contains("no prefill for fast"))
    harness.apply(Self.list)
    harness.say("/prefill Sure")
    #expect(harness.state.prompt.prefill == "Sure")
    harness.say("/preset cloud")
    harness.say("Count")
    #expect(harness.requests.isEmpty)
    #expect(harness.state.prompt.editor.text == "Count")
    #expect(harness.screen().contains("no prefill for cloud"))
  }

  @Test func givesTheWordsOfAQueuedMessageToItsReply() {
    var harness = WorkbenchHarness(presets: Self.presets(.message))
    harness.say("one")
    harness.say("/prefill Two:")
    harness.say("two")
    harness.receive("eins")
    harness.end()
    #expect(harness.requests.last?.messages.last?.content == "Two:")
    harness.receive(" zwei")
    #expect(harness.screen().contains("Two: zwei"))
  }

  @Test func asksAgainWithTheWords() {
    var harness = Self.cutOff()
    harness.say("/prefill Ten,")
    harness.press("F5")
    #expect(harness.requests.last?.messages.last?.content == "Ten,")
    harness.press("Esc")
    harness.press("F5")
    #expect(harness.requests.last?.messages.last == Self.question)
  }
}
