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

  @Test func keepsAModelThatWasTypedAndItsChanges() {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.press("F2")
    harness.type("typed-model")
    harness.press("Enter Shift-Tab j j j Enter")
    harness.type("0.9")
    harness.press("Enter")
    harness.apply(.configured(Configured(presets: WorkbenchHarness.presets)))
    harness.press("Esc")
    harness.say("hi")
    #expect(harness.requests.last?.preset.model == "typed-model")
    #expect(harness.requests.last?.preset.parameters[.temperature] == .number(0.9))
  }

  @Test func goesOnWithAPresetThatIsGone() {
    var harness = WorkbenchHarness(rows: 24, columns: 120)
    harness.say("one")
    harness.receive("eins")
    harness.apply(.configured(Configured(presets: Array(WorkbenchHarness.presets.dropFirst()))))
    harness.end()
    harness.say("two")
    #expect(harness.requests.map(\.preset.name) == ["fast", "fast"])
    #expect(harness.state.sidebar.presets.map(\.name) == ["32k", "cloud"])
  }

  @Test func keepsThePresetsAtHandWhenTheFileHasNone() {
    var harness = WorkbenchHarness(rows: 24, columns: 120)
    harness.apply(.configured(Configured(presets: [])))
    #expect(harness.state.sidebar.presets.map(\.name) == ["fast", "32k", "cloud"])
    #expect(harness.screen().contains("presets unchanged"))
  }

  @Test func theCursorStaysWithItsPreset() {
    var harness = WorkbenchHarness(rows: 24, columns: 120)
    harness.press("Shift-Tab j")
    harness.apply(.configured(Configured(presets: WorkbenchHarness.presets.reversed())))
    #expect(harness.state.sidebar.presetUnderCursor?.name == "32k")
    harness.press("j")
    harness.apply(.configured(Configured(presets: Array(WorkbenchHarness.presets.suffix(1)))))
    #expect(harness.state.sidebar.presetUnderCursor?.name == "cloud")
  }

  @Test func namesTheKeysAnewInAConversationThatWasPutAside() {
    var harness = WorkbenchHarness(rows: 24, columns: 120)
    harness.say("one")
    harness.end(.incomplete)
    #expect(harness.screen().contains("F5 asks again"))
    harness.type("/new")
    harness.press("Enter")
    #expect(!harness.screen().contains("asks again"))
    let bindings = ["reply.regenerate": ["F6"]]
    harness.apply(.configured(Configured(presets: WorkbenchHarness.presets, bindings: bindings)))
    harness.type("/back")
    harness.press("Enter")
    #expect(harness.screen().contains("F6 asks again"))
  }

  @Test func namesTheKeysAnewInWhatIsOnScreen() {
    var harness = WorkbenchHarness(rows: 24, columns: 120)
    harness.say("one")
    harness.end(.incomplete)
    #expect(harness.screen().contains("F5 asks again"))
    let bindings = ["reply.regenerate": ["F6"]]
    harness.apply(.configured(Configured(presets: WorkbenchHarness.presets, bindings: bindings)))
    #expect(harness.screen().contains("F6 asks again"))
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
