import Conversation
import Testing

@Suite struct SweepCellTests {
  private static let preset = Preset(
    name: "fast",
    endpoint: Endpoint(name: "e", url: "http://e/v1"),
    model: "m"
  )

  private static func applied(_ text: String, to preset: Preset = preset) throws -> Preset {
    try #require(try Sweep(text).applied(to: preset).first)
  }

  @Test func setsWhatIsKnownAndHandsOnTheRest() throws {
    var expected = Self.preset
    expected.parameters = [.temperature: 0.4, .stop: "a,b"]
    expected.model = "n"
    expected.system = "Be brief"
    expected.extra = JSONObject([
      ("repeat_penalty", 1.1), ("kwargs", ["deep": ["thinking": true]]),
    ])
    let text = """
      temperature=0.4 stop="a,b" model=n system=Be brief × repeat_penalty=1.1 kwargs.deep.thinking=true
      """
    #expect(try Self.applied(text) == expected)
  }

  @Test func whatThePresetSaysOfTheSameFieldGivesWay() throws {
    var preset = Self.preset
    preset.omit = ["temperature", "seed"]
    preset.rename = ["max_tokens": "max_completion_tokens"]
    preset.extra = JSONObject([
      ("temperature", 0.9), ("max_completion_tokens", 9), ("kwargs", ["a": 1, "b": 2]),
    ])
    var expected = preset
    expected.omit = ["seed"]
    expected.parameters = [.temperature: 0.4, .maxTokens: 5]
    expected.extra = JSONObject([("kwargs", ["a": 1, "b": 3])])
    #expect(try Self.applied("temperature=0.4 max_tokens=5 kwargs.b=3", to: preset) == expected)
  }

  @Test func anEmptySystemPromptIsNone() throws {
    var preset = Self.preset
    preset.system = "Be brief"
    #expect(try Self.applied("system=\"\"", to: preset) == Self.preset)
  }
}
