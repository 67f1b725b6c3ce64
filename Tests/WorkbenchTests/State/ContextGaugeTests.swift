import Conversation
import Support
import Testing

@testable import Workbench

@Suite struct ContextGaugeTests {
  private static func harness(window: Int?, columns: Int = 120) -> WorkbenchHarness {
    var presets = WorkbenchHarness.presets
    presets[0].contextWindow = window
    return WorkbenchHarness(rows: 40, columns: columns, presets: presets)
  }

  private static func answered(
    _ usage: Usage?,
    window: Int? = 1_000,
    columns: Int = 120
  ) -> WorkbenchHarness {
    var harness = harness(window: window, columns: columns)
    harness.say("12345678")
    harness.receive("1234")
    if let id = harness.requests.last?.id, let usage { harness.receive(.usage(usage), for: id) }
    harness.end()
    return harness
  }

  @Test func countsWhatTheServerCounted() {
    let harness = Self.answered(Usage(promptTokens: 500, completionTokens: 100))
    #expect(harness.state.context == ContextGauge(used: 600, isEstimate: false, window: 1_000))
  }

  @Test func guessesWhatCameAfterThat() {
    var harness = Self.answered(Usage(promptTokens: 500, completionTokens: 100))
    harness.say("12345678")
    #expect(harness.state.context == ContextGauge(used: 602, isEstimate: true, window: 1_000))
    harness.receive("12345")
    #expect(harness.state.context == ContextGauge(used: 604, isEstimate: true, window: 1_000))
  }

  @Test func guessesEverythingWhereNothingIsCounted() {
    let harness = Self.answered(nil, window: nil)
    #expect(harness.state.context == ContextGauge(used: 3, isEstimate: true, window: nil))
  }

  @Test func leavesOutWhatIsNotSent() {
    var harness = Self.harness(window: nil)
    harness.say("12345678")
    harness.end(.failed(ReplyError(kind: .api, source: "e", problem: "too long", status: 413)))
    #expect(harness.state.context == ContextGauge(used: 0, isEstimate: false, window: nil))
  }

  @Test func takesTheWindowFromTheServersListUnlessItIsConfigured() {
    let listed = Action.modelsListed(
      endpoint: "hossenfelder",
      models: [
        ModelInfo(id: "other", contextLength: 1), ModelInfo(id: "qwen-coder-7b", contextLength: 64),
      ]
    )
    var harness = Self.answered(nil, window: nil)
    harness.apply(listed)
    #expect(harness.state.context.window == 64)
    harness = Self.answered(nil, window: 1_000)
    harness.apply(listed)
    #expect(harness.state.context.window == 1_000)
  }

  @Test func knowsTheOneModelOfLlamaCppByAnyName() {
    for (owner, window) in [("llamacpp", 64), ("somebody", nil)] {
      var harness = Self.answered(nil, window: nil)
      let model = ModelInfo(id: "a.gguf", contextLength: 64, owner: owner)
      harness.apply(.modelsListed(endpoint: "hossenfelder", models: [model]))
      #expect(harness.state.context.window == window)
    }
  }

  @Test func showsAWindowOfNothingAsFull() {
    var harness = Self.answered(Usage(promptTokens: 300, completionTokens: 12), window: 0)
    #expect(harness.screen().contains("% full"))
  }

  @Test func countsATextByWhatItHoldsAndNotByItsSize() {
    var tree = MessageTree()
    let file = AttachedFile(name: "f", sizeInBytes: .max, content: .text("12345678"))
    var said = UserMessage("1234")
    said.attachments = [file, file]
    let tip = tree.addUserMessage(said, under: nil)
    var base: ContextBase?
    let gauge = ContextGauge(of: tree, to: tip, system: nil, window: nil, base: &base)
    #expect(gauge == ContextGauge(used: 5, isEstimate: true, window: nil))
  }

  @Test func countsWhatStandsAboveOnce() throws {
    var tree = MessageTree()
    let said = tree.addUserMessage("12345678", under: nil)
    let asked = Reply(
      preset: WorkbenchHarness.presets[0],
      request: RequestID(1),
      started: MonotonicTime(nanoseconds: 1)
    )
    let reply = tree.addReply(asked, under: said)
    var base: ContextBase?
    _ = ContextGauge(of: tree, to: reply, system: nil, window: nil, base: &base)
    let first = try #require(base)
    let time = MonotonicTime(nanoseconds: 2)
    let delta = Delta(channel: .content, text: "1234", time: time)
    tree.apply(StreamEvent(request: RequestID(1), time: time, kind: .delta(delta)))
    let grown = ContextGauge(of: tree, to: reply, system: nil, window: nil, base: &base)
    #expect(grown.used == 3)
    #expect(base?.key == first.key)
    let next = tree.addUserMessage("1234", under: reply)
    let after = ContextGauge(of: tree, to: next, system: "1234", window: nil, base: &base)
    #expect(after.used == 5)
    #expect(base?.key != first.key)
  }

  @Test func standsInTheStreamBoxWithABar() {
    var harness = Self.answered(Usage(promptTokens: 300, completionTokens: 12))
    #expect(harness.screen().contains("312 of 1k \u{2583}"))
    harness = Self.answered(Usage(promptTokens: 3_000, completionTokens: 100), window: nil)
    #expect(harness.screen().contains("3.1k"))
  }

  @Test func warnsInWordsWhenItIsNearlyFull() {
    var harness = Self.answered(Usage(promptTokens: 900, completionTokens: 1))
    #expect(harness.screen().contains("! 90 % full"))
    harness = Self.answered(Usage(promptTokens: 900, completionTokens: 0))
    #expect(!harness.screen().contains("% full"))
  }

  @Test func standsInTheStatusBarWhereThereIsNoSidebar() {
    var harness = Self.answered(Usage(promptTokens: 300, completionTokens: 12), columns: 70)
    #expect(harness.screen().contains("context 312 of 1k \u{2583}"))
    harness = Self.answered(Usage(promptTokens: 950, completionTokens: 12), columns: 70)
    #expect(harness.screen().contains("! context 96 % full"))
  }
}
