import Testing
import Workbench

@testable import Settings

@Suite struct HistorySettingsTests {
  private static let preset = """
    [preset.fast]
    url = "http://127.0.0.1:8080/v1"
    model = "m"

    """

  private static func load(_ text: String) -> (HistorySettings, [String]) {
    let (configuration, problems) = ConfigurationLoader.load(
      text: preset + text,
      path: "config.toml",
      environment: [:]
    )
    return (configuration.history, problems.map(\.description))
  }

  @Test func readsBothSettings() {
    var expected = HistorySettings()
    expected.savesConversations = false
    expected.titlePreset = "fast"
    let (settings, problems) = Self.load("[history]\nsave = false\ntitle_preset = \"fast\"\n")
    #expect(settings == expected)
    #expect(problems == [])
  }

  @Test func namesEveryMistake() {
    let (settings, problems) = Self.load(
      "[history]\nsave = 1\ntitle_preset = \"fasd\"\nsaves = true\n"
    )
    #expect(settings == HistorySettings())
    #expect(
      problems.map { $0.drop { $0 != ":" }.dropFirst() } == [
        "5: history.save: found 1, expected true or false",
        "6: history.title_preset: no preset is named \"fasd\"; did you mean \"fast\"?",
        "7: history.saves: unknown key; did you mean \"save\"?",
      ]
    )
  }
}
