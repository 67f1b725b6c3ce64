import Conversation
import Support
import Testing
import Workbench

@Suite struct PresetPickerTests {
  private static var local: Preset {
    Preset(
      name: "near",
      endpoint: Endpoint(name: "home", url: "http://127.0.0.1:8080/v1"),
      model: "small"
    )
  }

  @Test func asksAServerOnThisMachineForItsModels() {
    var harness = WorkbenchHarness(presets: [Self.local])
    harness.press("F2")
    #expect(harness.effects == [.listModels(Self.local.endpoint)])
  }

  @Test func asksAnotherServerOnlyOnceItHasAnswered() {
    var harness = WorkbenchHarness()
    harness.press("F2 Esc")
    #expect(harness.effects == [])
    harness.say("hi")
    harness.end()
    harness.press("F2")
    #expect(harness.effects.last == .listModels(WorkbenchHarness.presets[0].endpoint))
  }

  @Test func takesTheModelsIntoTheListThatIsOpen() {
    var harness = WorkbenchHarness(rows: 24, columns: 80, presets: [Self.local])
    harness.press("F2")
    harness.type("la")
    harness.apply(
      .modelsListed(endpoint: "home", models: [ModelInfo(id: "small"), ModelInfo(id: "large")])
    )
    #expect(harness.screen().contains("\u{276F} la"))
    #expect(harness.screen().contains("large"))
    #expect(harness.screen().contains("offered by home"))
    harness.press("Up Up Enter")
    harness.say("hi")
    #expect(harness.requests.last?.preset.model == "large")
  }

  @Test func asksOnce() {
    var harness = WorkbenchHarness(presets: [Self.local])
    harness.press("F2")
    harness.apply(.modelsListed(endpoint: "home", models: []))
    harness.press("Esc F2")
    #expect(harness.effects.count == 1)
  }

  @Test func aTypedModelIsNoPresetOfTheSameName() {
    var harness = WorkbenchHarness()
    harness.press("F2")
    harness.type("32k")
    harness.press("Up Down Down Enter")
    harness.say("hi")
    #expect(harness.requests.last?.preset.name == "32k@hossenfelder")
    #expect(harness.requests.last?.preset.model == "32k")
  }

  @Test func aTypedModelTakesTheChangesOfTheSessionAlong() {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.press("Shift-Tab j j j e")
    harness.type("1.5")
    harness.press("Enter Esc F2")
    harness.type("another")
    harness.press("Enter")
    harness.say("hi")
    #expect(harness.requests.last?.preset.parameters[.temperature] == .number(1.5))
  }
}
