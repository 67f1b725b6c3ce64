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

  @Test func detailsSayHowTheSpeedOfAPresetHasChanged() throws {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.press("Shift-Tab j d")
    guard case .history(.readSpeeds(let preset, let model, _, let query))? = harness.effects.last
    else {
      Issue.record("nothing is asked")
      return
    }
    #expect(preset == "32k")
    #expect(harness.screen().contains("model     \(model)"))
    let speeds = (0..<30).map { (number: Int) -> ReplySpeed in
      let wait = number < 10 ? 400 : 200
      return ReplySpeed(
        asked: WallTime(milliseconds: 1_790_000_000_000 - Int64(number) * 1_000),
        ttftMilliseconds: Double(wait + number),
        tokensPerSecond: Double(80 + number % 5)
      )
    }
    harness.apply(.history(.speeds(speeds, query: query)))
    let screen = harness.screen()
    #expect(screen.contains("the last 10 answers against the 20 before"))
    #expect(screen.contains("TTFT  404 ms, was 219 ms, +84.5 %: more than noise (p < 0.001)"))
    #expect(
      screen.contains("rate  82.0 tok/s, was 82.0 tok/s, +0.0 %: no more than noise (p 1.000)")
    )
    harness.press("Esc")
    harness.apply(.history(.speeds([], query: query)))
    #expect(!harness.screen().contains("speed "))
  }

  @Test("details say where nothing can be compared", arguments: [0, 1, 5])
  func detailsSayWhereNothingCanBeCompared(count: Int) throws {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.press("Shift-Tab d")
    guard case .history(.readSpeeds(_, _, _, let query))? = harness.effects.last else {
      Issue.record("nothing is asked")
      return
    }
    let speed = ReplySpeed(
      asked: WallTime(milliseconds: 1),
      ttftMilliseconds: 1,
      tokensPerSecond: nil
    )
    harness.apply(.history(.speeds(Array(repeating: speed, count: count), query: query)))
    let noun = count == 1 ? "answer" : "answers"
    #expect(
      harness.screen()
        .contains("too few whole answers are kept to compare: \(count) \(noun)")
    )
  }
}
