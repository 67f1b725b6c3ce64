import Testing

@testable import Settings

@Suite struct ConfigurationMistakesTests {
  /// A source and the messages that it must give.
  struct Mistake: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var source: String
    var messages: [String]

    init(_ name: String, _ source: String, _ messages: String...) {
      testDescription = name
      self.source = source
      self.messages = messages.map { "config.toml:\($0)" }
    }

    /// Lines within `[preset.a]`, which begins on line 4 after a sound endpoint.
    static func preset(_ name: String, _ lines: String, _ messages: String...) -> Mistake {
      let source =
        "[endpoint.near]\nurl = \"http://near\"\n[preset.a]\n\(lines)\n"
        + (lines.contains("model") ? "" : "model = \"m\"\n")
        + (lines.contains("endpoint =") || lines.contains("url =") ? "" : "endpoint = \"near\"\n")
      var mistake = Mistake(name, source)
      mistake.messages = messages.map { "config.toml:\($0)" }
      return mistake
    }

    static func endpoint(_ name: String, _ lines: String, _ messages: String...) -> Mistake {
      let url = lines.contains("url =") ? "" : "url = \"http://near\"\n"
      var mistake = Mistake(name, "[endpoint.near]\n\(lines)\n\(url)")
      mistake.messages = messages.map { "config.toml:\($0)" }
      return mistake
    }
  }

  @Test("is reported with its place", arguments: structure + syntax + values + servers + secrets)
  func isReported(_ mistake: Mistake) {
    #expect(Self.messages(of: mistake.source) == mistake.messages)
  }

  static func messages(of source: String) -> [String] {
    ConfigurationLoader.load(
      text: source,
      path: "/etc/weir/config.toml",
      environment: ["HOME": "/home/ada"]
    ).1.map(\.description)
  }

  @Test func reportsEverythingAtOnceInTheOrderOfTheFile() {
    let source = """
      theme = 1
      [preset.a]
      url = "ftp://a"
      modle = "m"
      temperature = "hot"
      top_p =
      [preset.b]
      inherits = "c"
      [ui]
      mouse = "yes"
      """
    #expect(
      Self.messages(of: source) == [
        "config.toml:1: theme: found 1, expected a name",
        "config.toml:3: preset.a.url: found \"ftp://a\", expected an http or https URL",
        "config.toml:4: preset.a.modle: unknown key; did you mean \"model\"?",
        "config.toml:5: preset.a.temperature: found \"hot\", expected a number from 0 to 2",
        "config.toml:6: not TOML: key-value pair: expected value, saw '\\n'",
        "config.toml:8: preset.b.inherits: no preset is named \"c\"",
        "config.toml:10: ui.mouse: found \"yes\", expected true or false",
      ]
    )
  }

  @Test func keepsWhatIsSoundOfABrokenFile() {
    let (configuration, problems) = ConfigurationLoader.load(
      text: """
        [preset.a]
        url = "http://a"
        model = "m"
        temperature = 9
        top_p = 0.5
        [preset.b
        url = "http://b"
        [preset.c]
        model = "m"
        url = "http://c"
        stop = ["x",
        seed = 7
        """,
      path: "config.toml",
      environment: [:]
    )
    #expect(configuration.presets.map(\.name) == ["a", "c"])
    #expect(configuration.presets.map(\.parameters) == [[.topP: 0.5], [.seed: 7]])
    #expect(problems.map(\.line) == [4, 6, 12])
  }

  @Test func bytesThatAreNotUTF8AreReportedWithTheirLine() {
    let bytes = Array("theme = \"dark\"\n# caf".utf8) + [0xE9] + Array("\n".utf8)
    let document = TOMLDocument(file: "config.toml", bytes: bytes)
    #expect(document.members == [.init(name: "theme", value: .string("dark"))])
    #expect(document.problems.map(\.description) == ["config.toml:2: not TOML: not UTF-8"])
  }

  @Test func aMistakeOfTheKeyMapTakesItsPlaceFromTheFile() {
    let (configuration, _) = ConfigurationLoader.load(
      text: "[keys]\n\nquit = \"^Q\"",
      path: "/etc/config.toml",
      environment: [:]
    )
    #expect(
      configuration.problem(inKeysOf: "quit", "no such command").description
        == "config.toml:3: keys.quit: no such command"
    )
  }
}

extension ConfigurationMistakesTests {
  static let structure: [Mistake] = [
    Mistake("misspelt table", "[presets.a]", "1: presets: unknown key; did you mean \"preset\"?"),
    Mistake("strange key", "zebra = 1", "1: zebra: unknown key"),
    Mistake("preset is no table", "preset = 5", "1: preset: found 5, expected a table"),
    Mistake("one preset is no table", "[preset]\na = 5", "2: preset.a: found 5, expected a table"),
    Mistake(
      "presets in an array",
      "[[preset.a]]\nmodel = \"m\"",
      "1: preset.a: found an array, expected a table"
    ),
    Mistake(
      "empty name",
      "[preset.\"\"]\nmodel = \"m\"",
      "1: preset.\"\": found \"\", expected a name"
    ),
    Mistake(
      "unknown default",
      "default_preset = \"fats\"\n[preset.fast]\nurl = \"http://a\"\nmodel = \"m\"",
      "1: default_preset: no preset is named \"fats\"; did you mean \"fast\"?"
    ),
    Mistake(
      "no url",
      "[endpoint.a]\ntimeout_ms = 1",
      "1: endpoint.a: \"url\" is missing, expected the base URL of the server"
    ),
    Mistake(
      "bare preset",
      "[preset.a]\ntemperature = 1",
      "1: preset.a: \"endpoint\" is missing, expected the name of an endpoint, or a url",
      "1: preset.a: \"model\" is missing, expected the model's name"
    ),
    Mistake(
      "cycle",
      "[preset.a]\ninherits = \"b\"\n[preset.b]\ninherits = \"a\"",
      "2: preset.a.inherits: inherits from itself: a -> b -> a"
    ),
    Mistake(
      "cycle of one",
      "[preset.a]\ninherits = \"a\"",
      "2: preset.a.inherits: inherits from itself: a -> a"
    ),
    Mistake(
      "way into a cycle",
      "[preset.x]\ninherits = \"a\"\n[preset.a]\ninherits = \"b\"\n[preset.b]\ninherits = \"a\"",
      "4: preset.a.inherits: inherits from itself: a -> b -> a"
    ),
    .preset(
      "unknown endpoint",
      "endpoint = \"naer\"",
      "4: preset.a.endpoint: no endpoint is named \"naer\"; did you mean \"near\"?"
    ),
    .preset(
      "two servers",
      "endpoint = \"near\"\nurl = \"http://a\"",
      "5: preset.a.url: only one of \"endpoint\" and \"url\" may stand here"
    ),
    .endpoint(
      "key of a preset",
      "model = \"m\"",
      "2: endpoint.near.model: unknown key"
    ),
    Mistake(
      "unknown screen setting",
      "[ui]\nmuose = true",
      "2: ui.muose: unknown key; did you mean \"mouse\"?"
    ),
    Mistake(
      "screen choice",
      "[ui]\nsidebar = \"left\"",
      "2: ui.sidebar: found \"left\", expected \"shown\" or \"hidden\""
    ),
    Mistake(
      "whose keys",
      "[ui]\nediting = \"emacs\"",
      "2: ui.editing: found \"emacs\", expected \"readline\" or \"vi\""
    ),
    Mistake(
      "frame interval",
      "[ui]\nframe_interval_ms = 0",
      "2: ui.frame_interval_ms: found 0, expected a whole number of milliseconds from 1 to 1000"
    ),
    Mistake(
      "key binding",
      "[keys]\nquit = 3",
      "2: keys.quit: found 3, expected a key like \"^X n\" or an array of keys (empty: no key)"
    ),
    Mistake(
      "control characters in a key",
      "\"\\u001B]0;x\" = 1",
      "1: \"\\u{1b}]0;x\": unknown key"
    ),
  ]

  static let syntax: [Mistake] = [
    Mistake("no value", "theme = ", "1: not TOML: key-value pair: encountered end-of-file"),
    Mistake(
      "open string",
      "theme = \"a\n[ui]\nbell = 1",
      "1: not TOML: string: the line ends, or a control character stands, before the closing quote",
      "3: ui.bell: found 1, expected true or false"
    ),
    Mistake(
      "table twice",
      "[ui]\nbell = true\n[ui]\nmouse = 1",
      "3: not TOML: table header: cannot redefine existing table 'ui'"
    ),
    Mistake(
      "key twice",
      "theme = \"a\"\ntheme = \"b\"",
      "2: not TOML: key-value pair: cannot redefine existing string 'theme'"
    ),
    Mistake(
      "header without a name",
      "[ = 1\n[ui]\nbell = 1",
      "1: not TOML: table header: expected a name after '['",
      "3: ui.bell: found 1, expected true or false"
    ),
    Mistake("stray brace", "a = [ } ]", "1: not TOML: array: expected a value, saw '}'"),
    Mistake(
      "date without its hour",
      "a = 2024-01-01Tx",
      "1: not TOML: date-time: expected an hour after 'T'"
    ),
    Mistake("NUL", "theme = \"a\\u0000b\"", "1: not TOML: a NUL character"),
    Mistake(
      "nested too deep",
      String(repeating: "a.", count: 5_000) + "a = 1\ntheme = 3",
      "1: not TOML: tables nested too deep",
      "2: theme: found 3, expected a name"
    ),
    Mistake(
      "CRLF",
      "[ui]\r\nbell = 1\r\nmouse = 2\r\n",
      "2: ui.bell: found 1, expected true or false",
      "3: ui.mouse: found 2, expected true or false"
    ),
  ]
}
