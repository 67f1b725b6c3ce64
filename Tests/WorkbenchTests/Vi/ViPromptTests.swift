import Conversation
import Support
import Testing
import Workbench

/// vi's keys beside those of the prompt, the workbench and the system prompt.
@Suite struct ViPromptTests {
  private static func workbench(history: [String] = []) -> WorkbenchHarness {
    WorkbenchHarness {
      $0.editing = .vi
      $0.history = history
    }
  }

  private static func text(_ harness: WorkbenchHarness) -> String {
    harness.state.prompt.editor.text
  }

  private static func sent(_ harness: WorkbenchHarness) -> String? {
    harness.requests.last?.messages.last?.content
  }

  private static func mode(_ harness: WorkbenchHarness) -> ViMode? {
    harness.state.prompt.editor.vi?.mode
  }

  @Test func beginsInInsertMode() {
    var harness = Self.workbench()
    harness.type("dd")
    #expect(Self.text(harness) == "dd")
    #expect(Self.mode(harness) == .insert)
  }

  @Test func sendsFromEitherModeAndInsertsAfterwards() {
    var harness = Self.workbench()
    harness.say("one")
    harness.receive("text")
    harness.end()
    harness.type("two")
    harness.press("Esc Enter")
    #expect(Self.sent(harness) == "two")
    #expect(Self.mode(harness) == .insert)
    harness.type("x")
    #expect(Self.text(harness) == "x")
  }

  @Test func escapeLeavesTheModeBeforeAnythingElse() {
    var harness = Self.workbench()
    harness.say("one")
    harness.type("ab")
    harness.press("Esc")
    #expect(harness.state.conversation.isStreaming)
    harness.press("v Esc d Esc")
    #expect(harness.state.conversation.isStreaming)
    harness.press("Esc")
    #expect(!harness.state.conversation.isStreaming)
    harness.wait(milliseconds: 2_000)
    harness.press("Esc")
    #expect(harness.state.focus == .conversation)
    harness.press("Esc")
    #expect(Self.mode(harness) == .normal)
    harness.press("Esc i")
    #expect(Self.mode(harness) == .insert)
    #expect(Self.text(harness) == "ab")
  }

  @Test func walksTheHistoryFromTheEdges() {
    var harness = Self.workbench(history: ["first", "second\nline"])
    harness.type("draft")
    harness.press("Esc k")
    #expect(Self.text(harness) == "second\nline")
    harness.press("k k")
    #expect(Self.text(harness) == "first")
    harness.press("2 j")
    #expect(Self.text(harness) == "draft")
    harness.press("j v k")
    #expect(Self.text(harness) == "draft")
  }

  @Test func searchesTheHistoryInInsertModeAndRedoesInNormalMode() {
    var harness = Self.workbench(history: ["first"])
    harness.press("^R")
    harness.type("fir")
    harness.press("Enter Esc u ^R")
    #expect(harness.state.prompt.search == nil)
    #expect(Self.text(harness) == "first")
  }

  @Test func enterAfterHalfACommandDoesNotSend() {
    var harness = Self.workbench()
    harness.type("one")
    harness.press("Esc d Enter")
    #expect(Self.text(harness) == "one")
    harness.press("Enter")
    #expect(Self.sent(harness) == "one")
  }

  @Test func pastesInEveryMode() {
    var harness = Self.workbench()
    for keys in ["", "Esc", "v", "V", "d"] {
      harness.press(keys)
      harness.apply(.input(.paste("ab")))
    }
    #expect(Self.text(harness) == "ababababab")
  }

  @Test func aFoldedPasteIsOneCharacter() {
    let lines = String(repeating: "line\n", count: 40)
    var harness = Self.workbench()
    harness.type("a")
    harness.apply(.input(.paste(lines)))
    harness.press("Esc x")
    #expect(Self.text(harness) == "a")
    harness.press("P")
    #expect(Self.text(harness) == lines + "a")
  }

  @Test func controlKeysKeepWhatTheyDoInNormalMode() {
    var harness = Self.workbench()
    harness.type("one two")
    harness.press("^W Esc x ^A ^Y")
    #expect(Self.text(harness) == "twoone")
    harness.press("F1")
    guard case .help = harness.state.overlay else {
      Issue.record("help is not open")
      return
    }
  }

  @Test func saysWhatASearchDoesNotFind() {
    var harness = Self.workbench()
    harness.type("one")
    harness.press("Esc / x Enter")
    #expect(harness.state.status?.text == "not found: x")
  }

  @Test func editsTheSystemPromptToo() {
    var harness = Self.workbench()
    harness.press("^X y")
    harness.type("be brief")
    harness.press("Esc d b x Enter")
    #expect(harness.state.system == "be ")
  }

  @Test func followsTheConfigurationWhenThatIsReloaded() {
    var harness = WorkbenchHarness()
    harness.type("ab")
    harness.apply(.configured(Configured(presets: WorkbenchHarness.presets, editing: .vi)))
    harness.press("Esc x")
    #expect(Self.text(harness) == "a")
    harness.apply(.configured(Configured(presets: WorkbenchHarness.presets)))
    harness.type("x")
    #expect(Self.text(harness) == "xa")
  }

  @Test func helpListsTheKeysOnlyWhereTheyWork() {
    let plain = HelpText.lines(keyMap: KeyMap(), editing: .readline)
    let vi = HelpText.lines(keyMap: KeyMap(), editing: .vi)
    let titles = Set(
      ViKeyTable.rows.map {
        HelpText.Line.command(keys: $0.keys.joined(separator: " "), title: $0.title)
      }
    )
    #expect(titles.isSubset(of: vi))
    #expect(titles.isDisjoint(with: plain))
  }

  @Test func keepsTheRegisterAfterSending() {
    var harness = Self.workbench()
    harness.type("one two")
    harness.press("Esc d b Enter")
    harness.press("Esc p")
    #expect(Self.text(harness) == "tw")
  }
}
