import Testing

@testable import Settings

@Suite struct ConfigurationTemplateTests {
  typealias Server = ConfigurationTemplate.Server

  @Test(
    arguments: [
      ([], [:], []),
      (
        [Server(name: "llama.cpp", url: "http://127.0.0.1:8080/v1", models: ["org/Qwen 7B \"x\""])],
        [:], ["qwen-7b-x"]
      ),
      (
        [
          Server(
            name: "ollama",
            url: "http://127.0.0.1:11434/v1",
            models: ["a", "a", "漢", "b", "c"]
          ),
          Server(name: "ollama", url: "http://127.0.0.1:8000/v1", models: []),
        ],
        ["OPENROUTER_API_KEY": "sk-secret", "OPENAI_API_KEY": ""],
        ["a", "a-2", "model", "b", "openrouter-default"]
      ),
    ] as [([Server], [String: String], [String])]
  )
  func isReadWithoutAMistake(
    _ servers: [Server],
    _ environment: [String: String],
    _ presets: [String]
  ) {
    let text = ConfigurationTemplate(servers: servers, environment: environment).text
    let (configuration, problems) = ConfigurationLoader.load(
      text: text,
      path: "config.toml",
      environment: environment
    )
    #expect(problems == [])
    #expect(configuration.presets.map(\.name) == presets)
    #expect(configuration.defaultPreset == presets.first)
    #expect(!text.contains("sk-secret"))
  }

  @Test func neverOverwrites() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/a/b/config.toml"
    let template = ConfigurationTemplate(servers: [], environment: [:])
    try template.write(to: path)
    #expect(directory.mode(of: "a/b/config.toml") == 0o600)
    #expect(throws: StateError(path: path, reason: "there is a file already")) {
      try template.write(to: path)
    }
    #expect(try File.read(path) == template.text)
  }
}
