import Conversation
import Support
import Testing
import Workbench

@Suite struct SidebarTests {
  private static func atTemperature() -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.press("Shift-Tab j j j")
    return harness
  }

  @Test func usesThePresetUnderTheCursor() {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.press("Shift-Tab j Enter Esc")
    harness.say("hi")
    #expect(harness.requests.last?.preset.name == "32k")
  }

  @Test func marksAChangedParameterAndPutsItBack() {
    var harness = Self.atTemperature()
    harness.press("e")
    harness.type("1.5")
    harness.press("Enter")
    #expect(harness.screen().contains("*temperature        1.5"))
    harness.press("=")
    #expect(harness.screen().contains(" temperature        0.2"))
  }

  @Test func refusesABadValueAndSaysWhatWouldDo() {
    var harness = Self.atTemperature()
    harness.press("e")
    harness.type("hot")
    harness.press("Enter")
    #expect(
      harness.screen().contains("temperature: found \"hot\", expected a number from 0 to 2")
    )
    harness.press("Esc")
    #expect(harness.screen().contains(" temperature        0.2"))
    #expect(harness.state.focus == .sidebar)
  }

  @Test func aPasteGoesIntoTheValueBeingTyped() {
    var harness = Self.atTemperature()
    harness.press("e")
    harness.apply(.input(.paste("0.\n75")))
    harness.press("Enter")
    #expect(harness.screen().contains("*temperature       0.75"))
    #expect(harness.state.prompt.editor.isEmpty)
  }

  @Test func aClickElsewhereLeavesTheValueAsItWas() {
    var harness = Self.atTemperature()
    harness.press("e")
    let row = harness.state.layout.prompt.row
    harness.apply(.input(.mouse(MouseEvent(kind: .press, row: row, column: 100))))
    harness.type("hi")
    #expect(harness.state.prompt.editor.text == "hi")
    #expect(harness.screen().contains(" temperature        0.2"))
  }

  @Test func anEmptyValueLeavesTheParameterUnset() {
    var presets = WorkbenchHarness.presets
    presets[0].parameters[.temperature] = 0.7
    var harness = WorkbenchHarness(rows: 40, columns: 120, presets: presets)
    harness.press("Shift-Tab j j j e ^U Enter Esc")
    harness.say("hi")
    #expect(harness.requests.last?.preset.parameters[.temperature] == nil)
  }

  @Test func aTypedModelsParameterCanBeUnset() {
    var presets = WorkbenchHarness.presets
    presets[0].parameters[.temperature] = 0.7
    var harness = WorkbenchHarness(rows: 40, columns: 120, presets: presets)
    harness.press("F2")
    harness.type("typed-model")
    harness.press("Enter Shift-Tab j j j e ^U Enter Esc")
    harness.say("hi")
    #expect(harness.requests.last?.preset.parameters[.temperature] == nil)
  }

  @Test func aPresetStreamsUntilTheLastOfItsLanesHasEnded() {
    var harness = WorkbenchHarness(open: ["fast", "fast"])
    harness.say("hi")
    harness.end()
    #expect(harness.state.sidebar.state(of: WorkbenchHarness.presets[0]) == .streaming)
    harness.receive(.ended(.finished(reason: "stop")), for: RequestID(0))
    #expect(harness.state.sidebar.state(of: WorkbenchHarness.presets[0]) == .ready)
  }

  @Test(
    "a preset's state follows its last reply",
    arguments: [
      (Ending.finished(reason: "stop"), PresetState.ready), (.incomplete, .ready),
      (.cancelled, .ready),
      (
        .failed(ReplyError(kind: .api, source: "s", problem: "p")), .failed("api: s: p")
      ),
      (
        .failed(ReplyError(kind: .transport, source: "s", problem: "p")),
        .unreachable("transport: s: p")
      ),
    ]
  )
  func showsState(ending: Ending, state: PresetState) {
    var harness = WorkbenchHarness()
    let preset = WorkbenchHarness.presets[0]
    #expect(harness.state.sidebar.state(of: preset) == .unknown)
    harness.say("hi")
    #expect(harness.state.sidebar.state(of: preset) == .streaming)
    harness.end(ending)
    #expect(harness.state.sidebar.state(of: preset) == state)
  }
}
