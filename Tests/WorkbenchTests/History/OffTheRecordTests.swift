import Conversation
import Support
import Testing

@testable import Workbench

@Suite struct OffTheRecordTests {
  /// What would leave a trace on the disk.
  private static func traces(_ harness: inout WorkbenchHarness) -> [Effect] {
    harness.effects.filter {
      switch $0 {
      case .keepPrompt, .keepChoices, .openEditor, .history, .save: true
      default: false
      }
    }
  }

  @Test func nothingThatWritesIsAskedFor() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.press("^X O")
    harness.say("secret")
    harness.receive("answer")
    harness.end()
    harness.press("^X b ^X b F2 Down Enter")
    harness.say("/set temperature 1")
    harness.type("more")
    harness.press("^O ^X r")
    harness.type("x")
    harness.press("Enter ^X P ^X n")
    #expect(Self.traces(&harness) == [])
    #expect(harness.takeUnsaved(isLeaving: true) == [])
    // It stays where it was written.
    #expect(harness.state.draftToKeep.text == "")
  }

  @Test func theScreenSaysSoAllTheTime() {
    for (rows, columns) in [(24, 80), (12, 40), (9, 40)] {
      var harness = WorkbenchHarness(rows: rows, columns: columns)
      harness.press("^X O")
      harness.say("hi")
      harness.receive("text")
      harness.press("F1")
      harness.press("Esc")
      #expect(harness.screen().contains("off the record"), "\(rows)x\(columns)")
    }
  }

  @Test func theDraftOfBeforeIsTakenOffTheDisk() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.type("a draft")
    #expect(harness.state.draftToKeep.text == "a draft")
    harness.press("^X O")
    #expect(harness.state.draftToKeep == TextEditor())
    #expect(harness.state.prompt.editor.text == "a draft")
  }

  @Test func anEmptyConversationGoesBackOnTheRecord() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("/off-the-record")
    #expect(harness.state.keeping.isOffTheRecord)
    harness.press("^X O")
    #expect(!harness.state.keeping.isOffTheRecord)
  }

  @Test func whereSomethingWasSaidAnotherConversationBegins() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("kept")
    harness.press("^X O")
    #expect(harness.state.tree.isEmpty)
    #expect(harness.takeUnsaved().map { $0.record?.title } == ["kept"])
    harness.say("secret")
    harness.press("^X u")
    #expect(harness.state.title == "kept")
    #expect(!harness.state.keeping.isOffTheRecord)
    harness.press("^X u")
    #expect(harness.state.keeping.isOffTheRecord)
  }

  @Test func withoutSavingAllConversationsAre() {
    var harness = WorkbenchHarness(rows: 24, columns: 80) {
      $0.historySettings.savesConversations = false
    }
    harness.say("one")
    harness.press("^X n")
    harness.say("two")
    harness.press("^X O ^X O")
    #expect(harness.state.keeping.isOffTheRecord)
    #expect(harness.takeUnsaved(isLeaving: true) == [])
  }

  @Test func notSavedStandsInTheBarUntilItIs() {
    var harness = WorkbenchHarness(rows: 12, columns: 40)
    harness.say("one")
    harness.apply(.history(.notSaved(reason: "the disk is full")))
    harness.press("Tab Tab")
    #expect(harness.screen().contains("! not saved"))
    harness.apply(.history(.saved([:])))
    harness.press("Tab")
    #expect(!harness.screen().contains("not saved"))
  }
}
