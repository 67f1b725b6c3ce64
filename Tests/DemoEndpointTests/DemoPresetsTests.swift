import Conversation
import DemoEndpoint
import Testing

@Suite struct DemoPresetsTests {
  @Test func presetsAreMarkedAndNeedNoKey() {
    let presets = DemoPresets.presets(port: 8_099)
    var tour = Preset(
      name: "tour",
      endpoint: Endpoint(name: "demo", url: "http://127.0.0.1:8099/v1"),
      model: "tour"
    )
    tour.isDemo = true
    #expect(presets.first == tour)
    #expect(
      presets.map(\.name) == [
        "tour", "slow", "bursty", "reasoning", "stalls", "cut-off", "busy", "split-utf8",
      ]
    )
    #expect(presets.allSatisfy { $0.isDemo && $0.endpoint == tour.endpoint && $0.model == $0.name })
  }
}
