import Conversation
import Support
import Testing
import Workbench

/// llama.cpp is asked how far it has read the prompt, and no other server.
@Suite struct PrefillProgressTests {
  private static func list(owner: String?) -> Action {
    .modelsListed(
      endpoint: "hossenfelder",
      models: [ModelInfo(id: "qwen-coder-7b", owner: owner)]
    )
  }

  private static func asked(_ harness: WorkbenchHarness) -> [Bool] {
    harness.requests.map(\.preset.endpoint.reportsPrefill)
  }

  @Test(
    "only a server that is known to understand it is asked",
    arguments: [("llamacpp", true), ("vllm", false), (nil, false)] as [(String?, Bool)]
  )
  func asksWhereItIsKnown(owner: String?, isAsked: Bool) {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.receive("eins")
    harness.end()
    harness.apply(Self.list(owner: owner))
    harness.say("two")
    #expect(Self.asked(harness) == [false, isAsked])
    #expect(harness.state.conversation.focusedLane.preset.endpoint.reportsPrefill == false)
  }

  @Test func doesNotAskAgainAfterARefusal() {
    var harness = WorkbenchHarness()
    harness.apply(Self.list(owner: "llamacpp"))
    harness.say("one")
    var refusal = ReplyError(kind: .api, source: "hossenfelder", problem: "unknown field")
    refusal.status = 400
    harness.end(.failed(refusal))
    harness.press("F5")
    #expect(Self.asked(harness) == [true, false])
  }

  @Test func showsHowFarThePromptIsRead() {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.apply(Self.list(owner: "llamacpp"))
    harness.say("one")
    guard let request = harness.requests.last?.id else { return }
    harness.receive(.phase(.sent), for: request)
    harness.receive(.phase(.answering), for: request)
    harness.press("F4")
    for (processed, words) in [(50, "25 %"), (150, "75 %")] {
      harness.wait(milliseconds: 300)
      let progress = PrefillProgress(
        total: 200,
        cached: 40,
        processed: processed,
        milliseconds: 100
      )
      harness.receive(.prefill(progress), for: request)
      harness.apply(.tick)
      let screen = harness.screen()
      #expect(screen.contains("reading the prompt \(words)"))
      #expect(screen.contains("prompt \(processed) of 200 tokens  cached 40"))
    }
  }
}
