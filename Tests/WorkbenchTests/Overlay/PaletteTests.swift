import Conversation
import Support
import Testing
import Workbench

@Suite struct PaletteTests {
  private static func titles(_ harness: WorkbenchHarness) -> [String] {
    guard case .list(let list)? = harness.state.overlay else { return [] }
    return list.items.map(\.title)
  }

  private static func choose(_ filter: String, in harness: inout WorkbenchHarness) {
    harness.press("Alt-x")
    harness.type(filter)
    harness.press("Enter")
  }

  @Test("opens by either key", arguments: ["Alt-x", "^X :"])
  func opens(keys: String) {
    var harness = WorkbenchHarness()
    harness.press(keys)
    let wanted = CommandTable.commands.filter {
      ![.overlay, .conversationList, .tree, .figures, .tally].contains($0.context)
        && $0.id != .palette
        && $0.id != .paletteAfterLeader
    }
    #expect(Self.titles(harness) == wanted.map(\.title))
  }

  @Test(
    "the best match comes first, by title, id, place or key",
    arguments: [
      ("new conv", "new conversation"),
      ("reply.regen", "ask again; the old reply stays as a sibling"),
      ("F7", "choose a theme, with live preview"), ("copy mess", "copy the message"),
      ("/reload", "reload the configuration"), ("lane lane", "lane 1"),
    ]
  )
  func bestFirst(filter: String, title: String) {
    var harness = WorkbenchHarness { $0.themeNames = ["dark"] }
    harness.press("Alt-x")
    harness.type(filter)
    #expect(Self.titles(harness).first == title)
  }

  @Test func whatCanDoNothingComesAfterWhatCan() {
    var harness = WorkbenchHarness()
    harness.press("Alt-x")
    harness.type("lane")
    let titles = Self.titles(harness)
    let add = titles.firstIndex(of: "add a lane with the selected preset")
    let second = titles.firstIndex(of: "lane 2")
    #expect(titles.first == "lane 1")
    #expect(add ?? .max < second ?? .min)
  }

  @Test func runsACommandOfTheConversationFromThePrompt() {
    var harness = WorkbenchHarness()
    harness.say("hi")
    harness.receive("hello")
    harness.end()
    Self.choose("message.copy", in: &harness)
    #expect(harness.effects.last == .copy("hello", what: "the answer"))
    #expect(harness.state.focus == .prompt)
  }

  @Test func goesWhereTheCommandActs() {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    Self.choose("sidebar.down", in: &harness)
    #expect(harness.state.focus == .sidebar)
    #expect(harness.state.sidebar.cursor == .preset(1))
    Self.choose("prompt.newline", in: &harness)
    #expect(harness.state.focus == .prompt)
    #expect(harness.state.prompt.editor.text == "\n")
  }

  @Test func whatWasChosenLastComesFirst() {
    var harness = WorkbenchHarness()
    Self.choose("mouse.toggle", in: &harness)
    Self.choose("config.reload", in: &harness)
    harness.press("^X :")
    #expect(
      Self.titles(harness).prefix(3) == [
        "reload the configuration", "turn mouse capture on or off", "show the keys",
      ]
    )
  }

  @Test(
    "says why a command can do nothing here, and stays open",
    arguments: [
      ("message.copy", "there is no message here yet"), ("lane.drop", "this is the only lane"),
      ("lane.3", "there is no lane 3"), ("sidebar.mark", "the sidebar is not on screen"),
      ("conversation.last", "there is no conversation before"),
      ("prompt.kill-line-end", "the prompt is empty"),
    ]
  )
  func saysWhyNot(filter: String, reason: String) {
    var harness = WorkbenchHarness(rows: 24, columns: 70)
    Self.choose(filter, in: &harness)
    #expect(harness.state.status?.text == reason)
    #expect(!Self.titles(harness).isEmpty)
    #expect(harness.effects == [.history(.listPrompts)])
  }

  @Test func aNinthLaneHasItsKey() {
    var harness = WorkbenchHarness()
    for _ in 0..<8 { harness.press("^X +") }
    harness.press("Esc 2 9")
    #expect(harness.state.conversation.focused == 8)
  }
}
