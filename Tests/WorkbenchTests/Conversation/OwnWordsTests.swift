import Conversation
import Support
import Testing
import Workbench

/// Replies in the user's own words, and notes: kept, shown, and never lost.
@Suite struct OwnWordsTests {
  /// What the focused lane shows: the first letter of the role, and the text.
  private static func path(_ harness: WorkbenchHarness) -> [String] {
    let tree = harness.state.tree
    return tree.path(to: harness.state.conversation.focusedLane.tip).map {
      "\(tree[$0].role.rawValue.prefix(1)) \(tree[$0].content)"
    }
  }

  @Test func anEditedReplyIsASiblingThatGoesOnWithTheConversation() {
    var harness = WorkbenchHarness.answered()
    harness.press("Esc E")
    #expect(harness.state.prompt.editor.text == "zwei")
    harness.say(" /x @y")
    #expect(Self.path(harness) == ["u one", "r eins", "u two", "r zwei /x @y"])
    let tip = harness.state.conversation.focusedLane.tip
    let siblings = tip.map { harness.state.tree.siblings(of: $0).count }
    #expect(siblings == 2)
    #expect(tip.flatMap { harness.state.tree[$0].reply?.isEdited } == true)
    harness.press("i")
    harness.say("three")
    #expect(
      harness.requests.last?.messages.map(\.content) == [
        "one", "eins", "two", "zwei /x @y", "three",
      ]
    )
  }

  @Test func editingTheReplyToAMessageTakesTheOneThatIsShown() {
    var harness = WorkbenchHarness.answered()
    harness.press("Esc K K K E")
    #expect(harness.state.prompt.editor.text == "eins")
  }

  @Test("leaving a reply as it is, or Esc, adds nothing", arguments: ["Enter", "Esc", "^C"])
  func leavesTheReply(key: String) {
    var harness = WorkbenchHarness.answered()
    harness.type("draft")
    harness.press("Esc E \(key)")
    #expect(harness.state.tree.count == 4)
    #expect(harness.state.prompt.editor.text == "draft")
    #expect(harness.state.prompt.editing == nil)
  }

  @Test func aReplyThatStreamsIsNotEdited() {
    var harness = WorkbenchHarness.answered()
    harness.say("three")
    harness.receive("dr")
    harness.press("Tab E")
    #expect(harness.state.prompt.editing == nil)
    #expect(harness.state.status?.text == "a reply streams here; stop it first")
  }

  @Test func theEditorOfTheEnvironmentTakesTheReply() {
    var harness = WorkbenchHarness.answered()
    harness.press("Esc E ^O")
    #expect(harness.effects.last == .openEditor("zwei"))
    harness.apply(.editorClosed("drei"))
    harness.press("Enter")
    #expect(Self.path(harness).last == "r drei")
  }

  @Test func aNoteStandsBelowTheLastMessageAndIsNeverSent() {
    var harness = WorkbenchHarness.answered()
    harness.press("Esc a")
    harness.say("wrong!")
    #expect(Self.path(harness) == ["u one", "r eins", "u two", "r zwei", "n wrong!"])
    #expect(harness.screen().contains("note  not sent"))
    harness.press("i")
    harness.say("/note /last")
    harness.say("three")
    #expect(Self.path(harness).dropLast(2).suffix(2) == ["n wrong!", "n /last"])
    #expect(
      harness.requests.last?.messages.map(\.content) == ["one", "eins", "two", "zwei", "three"]
    )
  }

  @Test func aNoteInTheMiddleBeginsABranch() {
    var harness = WorkbenchHarness.answered()
    harness.press("Esc K K K a")
    harness.say("n")
    #expect(Self.path(harness) == ["u one", "r eins", "n n"])
    #expect(
      harness.state.status?.text == "noted; notes are never sent; < shows what goes on here"
    )
    #expect(harness.screen().contains("2 of 2"))
    harness.press("<")
    #expect(Self.path(harness) == ["u one", "r eins", "u two", "r zwei"])
  }

  @Test func anEditedNoteIsASibling() {
    var harness = WorkbenchHarness.answered()
    harness.press("Esc a")
    harness.say("n")
    harness.press("e")
    #expect(harness.state.prompt.editor.text == "n")
    harness.say("ew")
    #expect(Self.path(harness).last == "n new")
    harness.press("<")
    #expect(Self.path(harness).last == "n n")
    #expect(harness.screen().contains("1 of 2"))
  }

  @Test func aNoteOnAReplyThatStreamsWaitsForItsEnd() {
    var harness = WorkbenchHarness.answered()
    harness.say("three")
    harness.press("Tab a")
    #expect(harness.state.prompt.editing == nil)
    #expect(harness.state.status?.text == "a reply streams here; stop it first")
    harness.press("i")
    harness.say("/note n")
    #expect(harness.state.prompt.editor.text == "/note n")
    harness.end()
    harness.press("Enter")
    #expect(Self.path(harness).last == "n n")
  }

  @Test func lanesThatEndAtTheSameReplyShareTheNote() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.receive("eins")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("^X +")
    harness.say("/note n")
    harness.say("two")
    let tips = harness.state.conversation.lanes.compactMap(\.tip)
    #expect(Set(tips.compactMap { harness.state.tree[$0].parent }).count == 1)
  }

  @Test func aNoteCanBeTheFirstMessage() {
    var harness = WorkbenchHarness()
    harness.say("/note before all")
    harness.say("hi")
    #expect(Self.path(harness).dropLast() == ["n before all", "u hi"])
    #expect(harness.requests.last?.messages == [ChatMessage(role: .user, content: "hi")])
  }

  @Test func askingAgainAtANoteAsksForAnotherReplyToTheTurnAboveIt() {
    var harness = WorkbenchHarness.answered()
    harness.say("/note n")
    harness.press("F5")
    #expect(harness.requests.last?.messages.map(\.content) == ["one", "eins", "two"])
    #expect(Self.path(harness).dropLast() == ["u one", "r eins", "u two"])
  }
}
