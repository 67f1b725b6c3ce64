import Conversation
import Support
import Testing
import Workbench

@Suite struct DetailsTests {
  private static func answered() -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.say("Count")
    harness.receive("one, two")
    if let id = harness.requests.last?.id {
      harness.receive(
        .usage(Usage(promptTokens: 41, completionTokens: 12, cachedTokens: 40)),
        for: id
      )
      harness.receive(.model("other"), for: id)
    }
    harness.wait(milliseconds: 1_500)
    harness.end(.finished(reason: "length"))
    harness.wait(milliseconds: 1_000)
    harness.press("Esc")
    return harness
  }

  private static func describe(_ harness: inout WorkbenchHarness) -> Effect? {
    guard case .describeRequest(let id, _, _)? = harness.effects.last else { return nil }
    let description = RequestDescription(command: "curl whole", shown: "curl short")
    harness.apply(.requestDescribed(description, of: id))
    return harness.effects.last
  }

  @Test func asksForTheRequestAsItWasSent() {
    var harness = Self.answered()
    harness.press("d")
    let tip = harness.state.conversation.focusedLane.tip
    let sent = harness.requests[0]
    #expect(
      harness.effects.last
        == tip.map { .describeRequest(of: $0, preset: sent.preset, messages: sent.messages) }
    )
  }

  @Test func asksForTheRequestOfAContinuedReplyWithItsFirstWords() {
    var presets = WorkbenchHarness.presets
    presets[0].endpoint.prefill = .message
    var harness = WorkbenchHarness(presets: presets) { $0.isOffTheRecord = true }
    harness.say("Count")
    harness.receive("one")
    harness.end(.finished(reason: "length"))
    harness.wait(milliseconds: 1_000)
    harness.press("Esc c")
    harness.receive(", two")
    harness.end()
    harness.press("d")
    guard case .describeRequest(_, let preset, let messages)? = harness.effects.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(messages == harness.requests.last?.messages)
    #expect(preset == harness.requests.last?.preset)
  }

  @Test func remembersTheSystemPromptThatWentOut() {
    var harness = WorkbenchHarness()
    harness.say("/system Be brief.")
    harness.say("Count")
    harness.receive("one")
    harness.end()
    harness.say("/system Be long.")
    harness.wait(milliseconds: 1_000)
    harness.press("Esc d")
    guard case .describeRequest(_, _, let messages)? = harness.effects.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(messages == harness.requests.last?.messages)
  }

  @Test func showsEverythingThatIsKnown() {
    var harness = Self.answered()
    harness.press("d")
    _ = Self.describe(&harness)
    let screen = harness.screen()
    for words in [
      "details: reply", "qwen-coder-7b, answered by other",
      "hossenfelder, http://hossenfelder:8080/v1",
      "temperature 0.2", "finished, reason: length", "total 1500 ms",
      "prompt 41 (40 cached), completion 12 tokens", "8 bytes, 1 delta",
      "as it was sent; y copies it",
      "curl short",
    ] {
      #expect(screen.contains(words), "\(words)")
    }
  }

  @Test func copiesTheWholeRequestAndCloses() {
    var harness = Self.answered()
    harness.press("d")
    _ = Self.describe(&harness)
    harness.press("y")
    #expect(harness.effects.last == .copy("curl whole", what: "the request"))
    harness.press("d")
    #expect(!harness.screen().contains("details:"))
  }

  @Test func ignoresARequestThatComesAfterItWasClosed() {
    var harness = Self.answered()
    harness.press("d Esc")
    harness.apply(.requestDescribed(nil, of: MessageID(1)))
    #expect(!harness.screen().contains("details:"))
  }

  @Test func saysOfAUserMessageWhatWouldGoOut() {
    var harness = Self.answered()
    harness.press("K d")
    _ = Self.describe(&harness)
    #expect(harness.screen().contains("as fast would be asked now"))
    #expect(harness.screen().contains("with every later message"))
  }

  @Test func saysOfARefusedMessageThatItIsNotSentAgain() {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.say("Count")
    harness.end(.failed(ReplyError(kind: .api, source: "e", problem: "too long", status: 413)))
    harness.wait(milliseconds: 1_000)
    #expect(harness.screen().contains("left out of what is sent from now on"))
    harness.press("Esc K d")
    #expect(harness.screen().contains("not sent again: the server refused it"))
  }

  @Test func scrolls() {
    var harness = WorkbenchHarness(rows: 12, columns: 60)
    harness.say("Count")
    harness.receive("one")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Esc d")
    let top = harness.screen()
    harness.press("j")
    #expect(harness.screen() != top)
    harness.press("k")
    #expect(harness.screen() == top)
    harness.press("G")
    #expect(harness.screen().contains("key "))
  }
}
