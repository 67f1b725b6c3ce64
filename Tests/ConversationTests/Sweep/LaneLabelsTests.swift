import Conversation
import Support
import Testing

@Suite struct LaneLabelsTests {
  private static func preset(_ name: String, model: String = "m") -> Preset {
    Preset(name: name, endpoint: Endpoint(name: "e", url: "http://e/v1"), model: model)
  }

  private static func swept(_ name: String, by text: String) throws -> [Preset] {
    try Sweep(text).applied(to: preset(name))
  }

  @Test func sayOnlyWhatDiffers() throws {
    let presets = try Self.swept("fast", by: "temperature=0,0.4 × seed=1,2 × top_p=1")
    #expect(
      Preset.labels(of: presets)
        == ["t 0 · seed 1", "t 0 · seed 2", "t 0.4 · seed 1", "t 0.4 · seed 2"]
    )
  }

  @Test func areNamesWhereNamesDiffer() {
    #expect(
      Preset.labels(of: [Self.preset("fast"), Self.preset("cloud", model: "n")])
        == ["fast", "cloud"]
    )
    #expect(Preset.labels(of: [Self.preset("fast")]) == ["fast"])
    #expect(Preset.labels(of: []) == [])
  }

  @Test func addToANameWhatItsLanesDifferIn() throws {
    let presets = try Self.swept("fast", by: "temperature=0,1") + [Self.preset("cloud")]
    #expect(Preset.labels(of: presets) == ["fast · t 0", "fast · t 1", "cloud"])
  }

  @Test func countWhatIsTheSame() throws {
    let fast = Self.preset("fast")
    #expect(Preset.labels(of: [fast, fast]) == ["fast #1", "fast #2"])
    #expect(
      try Preset.labels(of: [fast] + Self.swept("fast", by: "seed=1") + [fast])
        == ["no seed #1", "seed 1", "no seed #2"]
    )
    #expect(
      Preset.labels(of: [fast, Self.preset("fast #1"), fast]) == ["fast #2", "fast #1", "fast #3"]
    )
  }

  @Test func knowTheTemperatureThatIsSentUnasked() throws {
    let presets = [Self.preset("fast")] + (try Self.swept("fast", by: "temperature=0.2,1"))
    #expect(Preset.labels(of: presets) == ["t 0.2 #1", "t 0.2 #2", "t 1"])
  }

  @Test func nameModelsPromptsAndFieldsWithinObjects() throws {
    #expect(
      try Preset.labels(of: Self.swept("fast", by: "model=a/b,c × kwargs.thinking=true,false"))
        == [
          "a/b · thinking true", "a/b · thinking false", "c · thinking true", "c · thinking false",
        ]
    )
    let long = "system=\"\",Answer at length\n and with care"
    #expect(
      try Preset.labels(of: Self.swept("fast", by: long))
        == ["no system", "“Answer at length an…”"]
    )
  }
}
