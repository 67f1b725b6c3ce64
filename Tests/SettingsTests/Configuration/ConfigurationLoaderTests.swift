import Conversation
import Testing
import Workbench

@testable import Settings

@Suite struct ConfigurationLoaderTests {
  private let home = ["HOME": "/home/ada"]

  private func load(_ text: String) -> (Configuration, [String]) {
    let (configuration, problems) = ConfigurationLoader.load(
      text: text,
      path: "/home/ada/.config/weir/config.toml",
      environment: home
    )
    return (configuration, problems.map(\.description))
  }

  @Test func readsEveryKeyOfAnEndpoint() {
    let (configuration, problems) = load(
      """
      [endpoint.near]
      url = "https://near:8080/v1?api-version=2"
      key_file = "~/keys/near"
      headers = { X-Title = "weir", api-key = "env:NEAR_KEY" }
      unix_socket = "near.sock"
      ca_file = "/etc/near.pem"
      connect_timeout_ms = 1
      timeout_ms = 2
      first_delta_timeout_ms = 3
      total_timeout_ms = 4
      stream_usage = "off"
      prefill = "continue_final"
      """
    )
    var near = Endpoint(
      name: "near",
      url: "https://near:8080/v1?api-version=2",
      key: .file("/home/ada/keys/near")
    )
    near.headers = [
      Header(name: "X-Title", value: .literal("weir")),
      Header(name: "api-key", value: .environment("NEAR_KEY")),
    ]
    near.unixSocket = "/home/ada/.config/weir/near.sock"
    near.caFile = "/etc/near.pem"
    near.timeLimits.connectMilliseconds = 1
    near.timeLimits.silenceMilliseconds = 2
    near.timeLimits.firstDeltaMilliseconds = 3
    near.timeLimits.totalMilliseconds = 4
    near.streamUsage = .off
    near.prefill = .continueFinal
    #expect(configuration.endpoints == [near])
    #expect(problems == [])
  }

  @Test func readsEveryKeyOfAPreset() {
    let (configuration, problems) = load(
      """
      [preset.all]
      url = "http://localhost:8080/v1"
      key_command = "pass show near"
      model = "m"
      system = "Be brief."
      temperature = 0
      top_p = 0.9
      top_k = 40
      min_p = 0.05
      max_tokens = 256
      seed = -7
      stop = ["END", "STOP"]
      presence_penalty = -1
      frequency_penalty = 1.5
      reasoning_effort = "low"
      logprobs = 5
      omit = ["temperature"]
      rename = { max_tokens = "max_completion_tokens" }
      extra = { z = [1, 2.5, { y = true }], a = { b = "c" } }
      timeout_ms = 5
      send_reasoning = true
      context_window = 8192
      price_input = 3
      price_output = 0.5
      prefill = "message"
      """
    )
    var endpoint = Endpoint(
      name: "all",
      url: "http://localhost:8080/v1",
      key: .command("pass show near")
    )
    endpoint.timeLimits.silenceMilliseconds = 5
    endpoint.prefill = .message
    var preset = Preset(name: "all", endpoint: endpoint, model: "m")
    preset.system = "Be brief."
    preset.parameters = [
      .temperature: 0.0, .topP: 0.9, .topK: 40, .minP: 0.05, .maxTokens: 256, .seed: -7,
      .stop: ["END", "STOP"], .presencePenalty: -1.0, .frequencyPenalty: 1.5,
      .reasoningEffort: "low", .logProbs: 5,
    ]
    preset.sendsReasoning = true
    preset.contextWindow = 8192
    preset.price = Price(input: 3, output: 0.5)
    preset.omit = ["temperature"]
    preset.rename = ["max_tokens": "max_completion_tokens"]
    preset.extra = JSONObject([("z", [1, 2.5, ["y": true]]), ("a", ["b": "c"])])
    #expect(configuration.presets == [preset])
    #expect(problems == [])
  }

  @Test func keepsTheOrderOfTheFile() {
    let (configuration, _) = load(
      """
      [preset.zeta]
      endpoint = "b"
      model = "m"
      [endpoint.b]
      url = "http://b"
      [preset."alpha beta"]
      inherits = "zeta"
      [endpoint.a]
      url = "http://a"
      """
    )
    #expect(configuration.endpoints.map(\.name) == ["b", "a"])
    #expect(configuration.presets.map(\.name) == ["zeta", "alpha beta"])
  }

  @Test func readsTheExampleWithoutAProblem() {
    let (configuration, problems) = ConfigurationLoader.load(
      path: Repository.root + "/docs/examples/hossenfelder.toml",
      environment: home
    )
    #expect(problems == [])
    #expect(configuration.presets.map(\.name) == ["snappy", "fast", "32k", "cloud"])
    #expect(configuration.endpoints.map(\.name) == ["hossenfelder", "dirac", "openrouter"])
    #expect(configuration.preset(named: "32k")?.model == "qwen-coder-7b-32k")
    #expect(configuration.preset(named: "32k")?.parameters == [.temperature: 0.2])
  }

  @Test func anAbsentFileIsAnEmptyOne() {
    let (configuration, problems) = ConfigurationLoader.load(
      path: "/nonexistent/config.toml",
      environment: home
    )
    #expect(configuration == Configuration())
    #expect(problems == [])
  }

  @Test func anAbsentFileThatTheEnvironmentNamesIsAMistake() {
    let (_, problems) = ConfigurationLoader.load(
      path: "/nonexistent/config.toml",
      environment: ["WEIR_CONFIG": "/nonexistent/config.toml"]
    )
    #expect(
      problems.map(\.description) == ["config.toml: cannot be read: there is no such file"]
    )
  }

  @Test func theEnvironmentsPresetGoesOverTheFiles() {
    let (configuration, problems) = ConfigurationLoader.load(
      text: "default_preset = \"fast\"\n[preset.fast]\nurl = \"http://a\"\nmodel = \"m\"",
      path: "config.toml",
      environment: ["WEIR_PRESET": "tour"]
    )
    #expect(configuration.defaultPreset == "tour")
    #expect(configuration.origins["default_preset"] == .environment("WEIR_PRESET"))
    #expect(problems == [])
  }

  @Test func readsScreenAndKeys() {
    let (configuration, problems) = load(
      """
      theme = "dark"
      [ui]
      mouse = false
      reasoning = "shown"
      sidebar = "hidden"
      notify = "both"
      notify_after_ms = 0
      notify_when = "always"
      title = false
      hyperlinks = "off"
      editing = "vi"
      frame_interval_ms = 33
      [keys]
      quit = "^Q"
      prompt.send = ["Enter", "^S"]
      help = []
      """
    )
    var expected = UISettings()
    expected.mouse = false
    expected.reasoning = .shown
    expected.sidebar = .hidden
    expected.notifications = NotificationSettings(
      means: .both,
      moment: .always,
      leastMilliseconds: 0
    )
    expected.title = false
    expected.hyperlinks = .off
    expected.editing = .vi
    expected.frameIntervalMilliseconds = 33
    #expect(configuration.ui == expected)
    #expect(configuration.theme == "dark")
    #expect(
      configuration.keyBindings == ["quit": ["^Q"], "prompt.send": ["Enter", "^S"], "help": []]
    )
    #expect(problems == [])
  }

  @Test(
    "reads what notify was called before",
    arguments: [
      ("bell = true", .bell), ("bell = false", .off), ("bell = false\nnotify = \"osc9\"", .osc9),
    ] as [(String, NotificationSettings.Means)]
  )
  func readsTheOldBell(text: String, means: NotificationSettings.Means) {
    let (configuration, problems) = load("[ui]\n" + text)
    #expect(configuration.ui.notifications.means == means)
    #expect(problems == [])
  }
}
