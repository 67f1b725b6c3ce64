import Conversation
import Support
import Testing
import Workbench

/// The inspector's page of tokens, and branches from it.
@Suite struct TokensPageTests {
  /// An answer of four tokens with two alternatives each, at an endpoint that takes prefills unless said otherwise.
  private static func answered(
    prefill: PrefillForm = .message,
    _ tokens: [String] = ["The", " weir", " is", " old"]
  ) -> WorkbenchHarness {
    var presets = WorkbenchHarness.presets
    presets[0].endpoint.prefill = prefill
    var harness = WorkbenchHarness(rows: 40, columns: 120, presets: presets)
    harness.say("hi")
    guard let request = harness.requests.last?.id else { return harness }
    for (index, text) in tokens.enumerated() {
      harness.wait(milliseconds: 50)
      harness.receive(.delta(Delta(channel: .content, text: text, time: harness.now)), for: request)
      let token = TokenLogProb(
        token: text,
        logProb: index == 1 ? -3 : -0.1,
        alternatives: [
          .init(token: text, logProb: -0.1), .init(token: " dam", logProb: -2),
          .init(token: "<|im_end|>", logProb: -5),
        ]
      )
      harness.receive(.logProbs([token]), for: request)
    }
    harness.end()
    harness.press("F4 Shift-Tab")
    _ = harness.screen()
    return harness
  }

  private static func page(_ harness: WorkbenchHarness) -> TokensPage? {
    harness.state.conversation.inspector?.tokens
  }

  @Test func goesFromTokenToTokenAndToUnlikelyOnes() {
    var harness = Self.answered()
    #expect(Self.page(harness)?.pieces == .tokens)
    #expect(Self.page(harness)?.shown == 3)
    harness.press("{")
    #expect(Self.page(harness)?.shown == 1)
    harness.press("h")
    #expect(Self.page(harness)?.shown == 0)
    harness.press("> >")
    #expect(Self.page(harness)?.shown == 2)
  }

  @Test func goesOnFromAnotherTokenAsASibling() {
    var harness = Self.answered()
    harness.press("{ b")
    #expect(harness.requests.last?.messages.last?.content == "The dam")
    #expect(harness.requests.last?.messages.last?.role == .assistant)
    let tip = harness.state.conversation.focusedLane.tip
    #expect(tip.map { harness.state.tree[$0].content } == "The dam")
    #expect(tip.map { harness.state.tree.siblings(of: $0).count } == 2)
    _ = harness.screen()
    #expect(harness.state.conversation.inspector?.reply == tip)
  }

  @Test(
    "says why there is no branch",
    arguments: [
      (PrefillForm.off, "b", "no prefill for fast"), (.message, "] b", "this alternative ends"),
    ]
  )
  func refuses(form: PrefillForm, keys: String, reason: String) {
    var harness = Self.answered(prefill: form)
    harness.press(keys)
    #expect(harness.state.status?.text.hasPrefix(reason) == true)
    #expect(harness.requests.count == 1)
  }

  @Test func goesOnBeforeASignThatTheTextHolds() {
    var harness = Self.answered(["The", "\u{FFFD}"])
    harness.press("b")
    // The text holds the sign itself, so the place is known.
    #expect(harness.requests.last?.messages.last?.content == "The dam")
  }

  @Test func turnsLogProbsOnAndOffForTheNextRequest() {
    var harness = WorkbenchHarness.answered()
    harness.press("F4 Shift-Tab l F5")
    #expect(harness.requests.last?.preset.parameters[.logProbs] == .integer(5))
    harness.press("l F5")
    #expect(harness.requests.last?.preset.parameters[.logProbs] == nil)
  }

  @Test func cutsIntoDeltasWithoutLogProbs() {
    var harness = WorkbenchHarness.answered()
    harness.press("F4 Shift-Tab")
    _ = harness.screen()
    #expect(Self.page(harness)?.pieces == .deltas)
    harness.press("b")
    #expect(harness.state.status?.text == "a branch needs log-probs; l asks for them")
  }
}
