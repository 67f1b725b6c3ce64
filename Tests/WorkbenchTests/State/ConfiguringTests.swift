import Conversation
import Support
import Testing
import Workbench

@Suite struct ConfiguringTests {
  @Test func showsWhatAReloadChanged() {
    var harness = WorkbenchHarness(rows: 24, columns: 120)
    var presets = WorkbenchHarness.presets
    presets[0].model = "another"
    presets.removeLast()
    presets.append(Preset(name: "new", endpoint: presets[0].endpoint, model: "m"))
    harness.press("^X g")
    #expect(harness.effects.last == .reloadConfiguration)
    harness.apply(.configured(Configured(presets: presets)))
    #expect(
      harness.screen().contains("configuration reloaded; new: new; changed: fast; gone: cloud")
    )
    harness.say("hi")
    #expect(harness.requests.last?.preset.model == "another")
  }

  @Test func saysTheFirstMistakeAndHowManyMoreThereAre() {
    var harness = WorkbenchHarness(rows: 24, columns: 120)
    let problems = ["config.toml:3: bad", "config.toml:4: worse"]
    harness.apply(.configured(Configured(presets: WorkbenchHarness.presets, problems: problems)))
    #expect(harness.screen().contains("2 mistakes (weir config check): config.toml:3: bad"))
  }

  @Test func asksForTheThemeOfTheFile() {
    var harness = WorkbenchHarness()
    harness.apply(.configured(Configured(presets: WorkbenchHarness.presets, theme: "dark")))
    #expect(harness.effects.last == .loadTheme("dark"))
  }

  @Test func keepsSessionChangesOfThePresetsThatRemain() {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.press("Shift-Tab j j j Enter")
    harness.type("0.9")
    harness.press("Enter")
    harness.apply(.configured(Configured(presets: WorkbenchHarness.presets)))
    harness.press("Esc")
    harness.say("hi")
    #expect(harness.requests.last?.preset.parameters[.temperature] == .number(0.9))
  }

  @Test func offersWhatWasFoundBeforeTheDemos() {
    var harness = WorkbenchHarness(rows: 24, columns: 120, presets: Self.demos)
    let found = Preset(
      name: "ollama",
      endpoint: Endpoint(name: "ollama", url: "http://127.0.0.1:11434/v1"),
      model: "qwen3"
    )
    harness.apply(.discovered([found]))
    #expect(harness.state.sidebar.presets.map(\.name) == ["ollama", "tour"])
    #expect(harness.screen().contains("found ollama; F2 picks one"))
  }

  private static var demos: [Preset] {
    var preset = Preset(
      name: "tour",
      endpoint: Endpoint(name: "demo", url: "http://127.0.0.1:1/v1"),
      model: "tour"
    )
    preset.isDemo = true
    return [preset]
  }
}
