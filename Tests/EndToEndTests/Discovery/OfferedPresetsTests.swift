import Broker
import Conversation
import Testing

@testable import weir

@Suite struct OfferedPresetsTests {
  @Test func areMadeOfServersAndKeys() {
    let local = Endpoint(name: "ollama", url: "http://127.0.0.1:11434/v1")
    let found = DiscoveredEndpoint(endpoint: local, models: [ModelInfo(id: "org/Qwen2.5:7b")])
    let presets = OfferedPresets.presets(from: [found], environment: ["OPENAI_API_KEY": "secret"])
    let cloud = Endpoint(
      name: "openai",
      url: "https://api.openai.com/v1",
      key: .environment("OPENAI_API_KEY")
    )
    #expect(
      presets == [
        Preset(name: "qwen2-5-7b", endpoint: local, model: "org/Qwen2.5:7b"),
        Preset(name: "openai-default", endpoint: cloud, model: "gpt-4.1-mini"),
      ]
    )
  }

  @Test func areNoneWhereNothingIs() {
    #expect(OfferedPresets.presets(from: [], environment: ["OPENAI_API_KEY": ""]) == [])
  }
}
