import Conversation
import Testing

@testable import Settings

@Suite struct InheritingTests {
  private func load(_ text: String) -> (Configuration, [String]) {
    let (configuration, problems) = ConfigurationLoader.load(
      text: text,
      path: "/c/config.toml",
      environment: [:]
    )
    return (configuration, problems.map(\.description))
  }

  private static let endpoints = """
    [endpoint.near]
    url = "http://near"
    headers = { a = "1" }
    timeout_ms = 1
    [endpoint.far]
    url = "https://far"
    key_env = "FAR_KEY"

    """

  @Test func overridesKeyByKeyAlongAChain() {
    let (configuration, problems) = load(
      Self.endpoints + """
        [preset.c]
        inherits = "b"
        seed = 3
        [preset.b]
        inherits = "a"
        model = "n"
        extra = { x = { z = 2 } }
        rename = { c = "d" }
        omit = ["top_p"]
        [preset.a]
        endpoint = "near"
        model = "m"
        system = "s"
        temperature = 0.5
        timeout_ms = 9
        extra = { x = { y = 1 } }
        rename = { a = "b" }
        omit = ["seed"]
        """
    )
    var near = Endpoint(name: "near", url: "http://near")
    near.headers = [Header(name: "a", value: .literal("1"))]
    near.timeLimits.silenceMilliseconds = 9
    var preset = Preset(name: "c", endpoint: near, model: "n")
    preset.system = "s"
    preset.parameters = [.temperature: 0.5, .seed: 3]
    preset.extra = JSONObject([("x", ["y": 1, "z": 2])])
    preset.rename = ["a": "b", "c": "d"]
    preset.omit = ["top_p"]
    #expect(configuration.preset(named: "c") == preset)
    #expect(problems == [])
  }

  @Test func leavesTheContextWindowToTheModelItWasSaidOf() {
    let (configuration, _) = load(
      """
      [preset.a]
      url = "http://a"
      model = "m"
      context_window = 8192
      send_reasoning = true
      [preset.b]
      inherits = "a"
      [preset.c]
      inherits = "a"
      model = "n"
      """
    )
    #expect(configuration.presets.map(\.contextWindow) == [8192, 8192, nil])
    #expect(configuration.presets.map(\.sendsReasoning) == [true, true, true])
  }

  @Test func namesThePlaceOfAnInheritedValue() {
    let (configuration, _) = load(
      "[preset.a]\nurl = \"http://a\"\nmodel = \"m\"\n[preset.b]\ninherits = \"a\"\nseed = 1"
    )
    let lines = ["model", "seed"].map { configuration.origins["preset.b.\($0)"] }
    #expect(lines == [.file("/c/config.toml", line: 3), .file("/c/config.toml", line: 6)])
  }

  @Test func aKeyIsNotCarriedToAnotherServer() {
    let (configuration, problems) = load(
      Self.endpoints + """
        [preset.cloud]
        endpoint = "far"
        model = "m"
        key_command = "pass far"
        headers = { Cookie = "c" }
        [preset.home]
        inherits = "cloud"
        endpoint = "near"
        [preset.twin]
        inherits = "cloud"
        endpoint = "far"
        """
    )
    #expect(configuration.preset(named: "home")?.endpoint == configuration.endpoints[0])
    #expect(configuration.preset(named: "twin")?.endpoint.key == .command("pass far"))
    #expect(problems == [])
  }

  @Test func anOwnKeySourceReplacesTheInheritedOne() {
    let (configuration, _) = load(
      Self.endpoints + """
        [preset.cloud]
        endpoint = "far"
        model = "m"
        key_command = "pass far"
        [preset.other]
        inherits = "cloud"
        key_env = "OTHER"
        """
    )
    #expect(
      configuration.presets.map(\.endpoint.key) == [.command("pass far"), .environment("OTHER")]
    )
  }

  @Test func headersAreLaidOverByNameWithoutRegardToCase() {
    let (configuration, _) = load(
      Self.endpoints + """
        [preset.a]
        endpoint = "near"
        model = "m"
        headers = { b = "2", A = "3" }
        """
    )
    #expect(
      configuration.presets[0].endpoint.headers == [
        Header(name: "b", value: .literal("2")), Header(name: "A", value: .literal("3")),
      ]
    )
  }

  @Test func aPresetThatIsOnlyInheritedFromMayBeIncomplete() {
    let (configuration, problems) = load(
      Self.endpoints + """
        [preset.base]
        temperature = 1
        [preset.a]
        inherits = "base"
        endpoint = "near"
        model = "m"
        """
    )
    #expect(configuration.presets.map(\.name) == ["a"])
    #expect(problems == [])
  }

  @Test func aWrongAddressNeverFallsBackToAnother() {
    let (configuration, _) = load(
      Self.endpoints + """
        [preset.a]
        endpoint = "near"
        model = "m"
        [preset.b]
        inherits = "a"
        url = "htp://elsewhere"
        [preset.c]
        inherits = "b"
        """
    )
    #expect(configuration.presets.map(\.name) == ["a"])
  }
}
