import Conversation
import Testing

@Suite struct ComparisonLaneTests {
  private func preset(_ name: String, port: Int = 1) -> Preset {
    Preset(
      name: name,
      endpoint: Endpoint(name: "e", url: "http://127.0.0.1:\(port)/v1"),
      model: "m"
    )
  }

  @Test func everyAnswerHasAKeyOfItsOwn() throws {
    let sweep = try Sweep("temperature=0,1 seed=1,2")
    let lanes = ComparisonLane.lanes(of: [preset("a"), preset("b"), preset("a")], sweep: sweep)
    var prompts = [ComparisonPrompt("x"), ComparisonPrompt("y"), ComparisonPrompt("x")]
    prompts[2].system = "s"
    let keys = lanes.flatMap { lane in
      prompts.flatMap { prompt in
        [(1, 1), (2, 1), (1, 2)].map { lane.key(for: prompt, repetition: $0.0, run: $0.1) }
      }
    }
    #expect(lanes.count == 12)
    #expect(Set(keys).count == keys.count)
  }

  @Test func theKeyIsThatOfAnotherRun() {
    var expecting = ComparisonPrompt("x")
    expecting.expected = ["y"]
    let keys = [(preset("a"), ComparisonPrompt("x")), (preset("a", port: 2), expecting)].map {
      ComparisonLane.lanes(of: [$0.0])[0].key(for: $0.1, repetition: 1, run: 1)
    }
    #expect(keys[0] == keys[1])
  }

  @Test func aSweptSystemPromptWinsOverAPromptsOwn() throws {
    var prompt = ComparisonPrompt("x")
    prompt.system = "of the prompt"
    let swept = ComparisonLane.lanes(of: [preset("a")], sweep: try Sweep("system=swept"))
    let plain = ComparisonLane.lanes(of: [preset("a")])
    #expect((swept + plain).map { $0.preset(for: prompt).system } == ["swept", "of the prompt"])
  }
}
