import Conversation
import Support
import Testing
import Workbench

/// Keys, pastes and clicks go where the person sees them go.
@Suite struct InputTests {
  private static func editingTemperature() -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.press("Shift-Tab j j j e")
    return harness
  }

  private static func click(row: Int, column: Int) -> Action {
    .input(.mouse(MouseEvent(kind: .press, row: row, column: column)))
  }

  @Test func aSidebarThatIsDroppedTakesNoKeys() {
    var harness = Self.editingTemperature()
    harness.apply(.resized(ScreenSize(rows: 24, columns: 60)))
    #expect(harness.state.focus == .prompt)
    harness.type("hi")
    #expect(harness.state.prompt.editor.text == "hi")
  }

  @Test func aParameterIsNotEditedInAHiddenSidebar() {
    var harness = Self.editingTemperature()
    harness.press("Esc ^X b Alt-x")
    harness.type("edit the parameter")
    harness.press("Enter")
    #expect(harness.state.status?.text == "the sidebar is not on screen")
    harness.press("Esc")
    harness.type("hi")
    #expect(harness.state.prompt.editor.text == "hi")
  }

  @Test func aClickOnAHeaderFocusesTheLane() throws {
    var harness = WorkbenchHarness(rows: 24, columns: 120, open: ["fast", "32k"])
    let header = try #require(harness.state.laneColumns.columns[1].header)
    harness.apply(Self.click(row: header.row, column: header.column))
    #expect(harness.state.conversation.focused == 1)
  }

  @Test func aClickOnAPresetUsesIt() {
    var harness = WorkbenchHarness(rows: 24, columns: 120)
    let presets = harness.state.layout.presets
    harness.apply(Self.click(row: presets.row + 2, column: presets.column))
    #expect(harness.state.conversation.focusedLane.preset.name == "cloud")
  }

  @Test func aClickFocusesThePane() {
    var harness = WorkbenchHarness(rows: 24, columns: 120)
    let (conversation, prompt) = (harness.state.layout.conversation, harness.state.layout.prompt)
    harness.apply(Self.click(row: conversation.row, column: conversation.column))
    #expect(harness.state.focus == .conversation)
    harness.apply(Self.click(row: prompt.row, column: prompt.column))
    #expect(harness.state.focus == .prompt)
  }

  @Test("the wheel scrolls the lane that it is over, line by line", arguments: [1, 3, 12])
  func theWheelScrolls(lines: Int) {
    var wheel = Self.withLongAnswers()
    var keys = wheel
    let body = wheel.state.laneColumns.columns[1].body
    let event = MouseEvent(kind: .wheel(-lines), row: body.row, column: body.column)
    wheel.apply(.input(.mouse(event)))
    keys.press("Esc 2" + String(repeating: " k", count: lines))
    #expect(wheel.state.conversation.focused == 1)
    #expect(wheel.state.conversation.lanes[0].scroll == .following)
    #expect(wheel.state.conversation.lanes[1].scroll != .following)
    #expect(wheel.state.conversation.lanes[1].scroll == keys.state.conversation.lanes[1].scroll)
  }

  private static func withLongAnswers() -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 120, open: ["fast", "32k"])
    harness.say("hi")
    let text = (0..<100).map { "line \($0)" }.joined(separator: "\n\n")
    for request in harness.requests {
      let delta = Delta(channel: .content, text: text, time: harness.now)
      harness.receive(.delta(delta), for: request.id)
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
    harness.wait(milliseconds: 1_000)
    _ = harness.screen()
    return harness
  }

  @Test func pastesIntoTheHistorySearch() {
    var harness = WorkbenchHarness { $0.history = ["first", "second"] }
    harness.press("^R")
    harness.apply(.input(.paste("fir")))
    harness.press("Enter")
    #expect(harness.state.prompt.editor.text == "first")
  }

  @Test func aListTakesNoMoreOfAPasteThanItCanUse() {
    var harness = WorkbenchHarness()
    harness.press("F2")
    harness.apply(.input(.paste(String(repeating: "x", count: 1_000_000))))
    guard case .list(let list) = harness.state.overlay else {
      Issue.record("the list is gone")
      return
    }
    #expect(list.filter == String(repeating: "x", count: 1_000))
  }

  @Test(
    "suspending works whatever takes the keys",
    arguments: ["F1", "F2", "^X y", "^R", "Shift-Tab j j j e"]
  )
  func suspendsFromEverywhere(keys: String) {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.press(keys + " ^Z")
    #expect(harness.effects.last == .suspend)
  }
}
