import Conversation
import Testing

@testable import Settings

@Suite struct ConfigurationReportTests {
  private let source = """
    theme = "dark"
    [keys]
    quit = "^Q"
    [endpoint.a]
    url = "http://a?key=secret"
    key_command = "echo secret"
    headers = { X-Title = "secret", api-key = "env:A" }
    [preset.p]
    endpoint = "a"
    model = "m"
    stop = ["x", "y"]
    extra = { token = "secret", "b c" = [1, { d = 0.5 }] }
    [preset.q]
    inherits = "p"
    url = "http://b"
    omit = ["temperature"]
    """

  private func report(_ change: (inout Configuration) -> Void = { _ in }) -> ConfigurationReport {
    var configuration = ConfigurationLoader.load(
      text: source,
      path: "/c/config.toml",
      environment: [:]
    ).0
    change(&configuration)
    return ConfigurationReport(configuration)
  }

  @Test func showsEveryValueWithItsOriginAndNoSecret() {
    let lines = report { $0.override(defaultPreset: "q", flag: "--preset") }.text
      .split(separator: "\n").map { line in
        let parts = line.split(separator: "#", maxSplits: 1)
        let setting = parts[0].reversed().drop { $0 == " " }.reversed()
        return String(setting) + parts.dropFirst().map { " #" + $0 }.joined()
      }
    #expect(
      lines == [
        "default_preset = \"q\" # --preset", "theme = \"dark\" # config.toml:1",
        "[ui]", "mouse = true # default",
        "reasoning = \"folded\" # default", "sidebar = \"shown\" # default",
        "notify = \"bell\" # default", "notify_after_ms = 5000 # default",
        "notify_when = \"unfocused\" # default", "title = true # default",
        "hyperlinks = \"auto\" # default", "editing = \"readline\" # default",
        "frame_interval_ms = 16 # default", "[history]", "save = true # default",
        "[recording]", "raw_mib = 256 # default", "[keys]", "quit = [\"^Q\"] # config.toml:3",
        "[endpoint.a]", "url = \"http://a?key=•••\" # config.toml:5",
        "key_command = \"echo •••\" # config.toml:6",
        "headers = { X-Title = \"•••\", api-key = \"env:A\" } # config.toml:7",
        "connect_timeout_ms = 10000 # default", "timeout_ms = 60000 # default",
        "first_delta_timeout_ms = 0 # default", "total_timeout_ms = 0 # default",
        "stream_usage = \"auto\" # default",
        "[preset.p]", "endpoint = \"a\" # config.toml:9", "model = \"m\" # config.toml:10",
        "temperature = 0.2 # default", "stop = [\"x\", \"y\"] # config.toml:11",
        "extra = { token = \"•••\", \"b c\" = [1, { d = 0.5 }] } # config.toml:12",
        "[preset.q]", "model = \"m\" # config.toml:10", "url = \"http://b\" # config.toml:15",
        "stop = [\"x\", \"y\"] # config.toml:11", "omit = [\"temperature\"] # config.toml:16",
        "extra = { token = \"•••\", \"b c\" = [1, { d = 0.5 }] } # config.toml:12",
      ]
    )
  }

  @Test func itsTextIsTOMLThatTheLoaderTakes() {
    let (_, problems) = ConfigurationLoader.load(
      text: report().text,
      path: "config.toml",
      environment: [:]
    )
    #expect(problems == [])
  }

  @Test func theFormForProgramsSaysTheSame() {
    let first = report().json
    guard case .object(let object) = first, case .array(let settings)? = object["settings"] else {
      Issue.record("no settings")
      return
    }
    #expect(settings.count == 33)
    #expect(
      settings[1] == [
        "table": "", "name": "theme", "value": "dark", "origin": "config.toml:1",
      ]
    )
  }
}
