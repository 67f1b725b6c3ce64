import Conversation
import Support
import Testing

@testable import Workbench

/// What is deleted goes out of sight and comes back; nothing streams into it.
@Suite struct RemovingTests {
  /// Said "one", "two" and "three", with an answer to each.
  private static func answered(columns: Int = 80) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 30, columns: columns)
    for (said, answer) in [("one", "eins"), ("two", "zwei"), ("three", "drei")] {
      harness.say(said)
      harness.receive(answer)
      harness.end()
      harness.wait(milliseconds: 1_000)
    }
    harness.press("Esc")
    return harness
  }

  private static func path(_ harness: WorkbenchHarness) -> [String] {
    let tree = harness.state.tree
    return tree.path(to: harness.state.conversation.focusedLane.tip).map { tree[$0].content }
  }

  private static func current(_ harness: WorkbenchHarness) -> String? {
    harness.state.conversation.focusedLane.current.map { harness.state.tree[$0].content }
  }

  @Test func aTurnGoesAndWhatFollowsMovesUp() {
    var harness = Self.answered()
    harness.press("K K D Enter")
    #expect(Self.path(harness) == ["one", "eins", "three", "drei"])
    #expect(Self.current(harness) == "three")
    #expect(harness.state.status?.text == "deleted 2 messages; ^X z puts it back")
    #expect(!harness.screen().contains("zwei"))
    harness.press("i")
    harness.say("four")
    #expect(
      harness.requests.last?.messages.map(\.content) == ["one", "eins", "three", "drei", "four"]
    )
  }

  @Test func aTurnGoesWithAllBelowIt() {
    var harness = Self.answered()
    harness.press("K K K D j j Enter")
    #expect(Self.path(harness) == ["one", "eins"])
  }

  @Test func theLastTurnGoesAfterOneQuestion() {
    var harness = Self.answered()
    harness.press("K D")
    guard case .removal(let dialog) = harness.state.overlay else {
      Issue.record("it did not ask")
      return
    }
    #expect(dialog.items.map(\.words) == ["this turn only, with its reply"])
    harness.press("Esc")
    #expect(Self.path(harness).count == 6)
    #expect(harness.state.overlay == nil)
  }

  @Test func severalAreComeBackOneAfterAnother() {
    var harness = Self.answered()
    harness.press("K D Enter K D Enter")
    #expect(Self.path(harness) == ["one", "eins"])
    harness.press("^X z")
    #expect(harness.state.status?.text == "put back; 1 more to put back")
    harness.press("^X z")
    #expect(Self.path(harness) == ["one", "eins", "two", "zwei", "three", "drei"])
    harness.press("^X z")
    #expect(harness.state.status?.text == "nothing was deleted here that could be put back")
  }

  @Test func eachConversationPutsBackItsOwn() {
    var harness = Self.answered()
    harness.press("K D Enter ^X n ^X z")
    #expect(harness.state.tree.isEmpty)
    harness.press("^X u ^X z")
    #expect(Self.path(harness).count == 6)
  }

  @Test func whatStreamsIntoItIsStoppedAndWhatWaitsComesBack() {
    var harness = Self.answered()
    harness.press("i")
    harness.say("four")
    harness.receive("vi")
    harness.say("later")
    harness.press("Tab D Enter")
    #expect(!harness.state.conversation.isStreaming)
    #expect(harness.effects.contains { if case .cancel = $0 { true } else { false } })
    #expect(harness.state.prompt.editor.text == "later")
    #expect(Self.path(harness).last == "drei")
  }

  @Test func whatMovesUpGoesOnStreaming() {
    var harness = Self.answered()
    harness.press("i")
    harness.say("four")
    harness.receive("vi")
    harness.press("Tab g K K K D Enter")
    #expect(harness.state.conversation.isStreaming)
    harness.receive("er")
    #expect(Self.path(harness).last == "vier")
  }

  @Test func aReplyAmongSiblingsGoesAlone() {
    var harness = Self.answered()
    harness.press("r")
    harness.receive("tres")
    harness.end()
    harness.wait(milliseconds: 1_000)
    #expect(harness.screen().contains("2 of 2"))
    harness.press("D j Enter")
    #expect(Self.path(harness).last == "drei")
    #expect(!harness.screen().contains("of 2"))
  }

  @Test func whatIsEditedBelowADeletedTurnIsSentWhereItsTurnStood() {
    var harness = Self.answered()
    harness.press("K e Tab K K D j Enter")
    #expect(Self.path(harness) == ["one", "eins"])
    harness.press("i")
    harness.say("!")
    #expect(harness.requests.last?.messages.map(\.content) == ["one", "eins", "three!"])
    let tip = harness.state.conversation.focusedLane.tip
    #expect(tip.map { harness.state.tree.isReachable($0) } == true)
  }

  @Test func aNoteGoesAlone() {
    var harness = Self.answered()
    harness.press("a")
    harness.say("noted")
    harness.press("i")
    harness.say("four")
    harness.end()
    #expect(Self.path(harness).count == 9)
    harness.press("Tab K K D Enter")
    #expect(Self.path(harness).count == 8)
    #expect(harness.state.status?.text == "deleted 1 message; ^X z puts it back")
  }

  @Test func whatAnotherWeirDeletesIsNotStreamedInto() {
    var harness = Self.answered()
    harness.press("i")
    harness.say("four")
    harness.receive("vi")
    var messages = harness.state.tree.storedMessages
    let going = messages.firstIndex { $0.content == "four" }
    if let going { messages[going].isPruned = true }
    var stored = StoredConversation(record: harness.state.keeping.record, messages: messages)
    stored.number = 1
    _ = harness.takeUnsaved()
    harness.apply(.history(.changedElsewhere(stored, savesTaken: harness.state.savesTaken)))
    #expect(!harness.state.conversation.isStreaming)
    #expect(Self.path(harness).last == "drei")
  }

  @Test func theTypedCommandsDoTheSame() {
    var harness = Self.answered()
    harness.press("i")
    harness.say("/delete")
    harness.press("Enter")
    #expect(Self.path(harness).count == 4)
    harness.say("/undo")
    #expect(Self.path(harness).count == 6)
    harness.say("/tree")
    if case .tree = harness.state.overlay {} else { Issue.record("no tree") }
  }
}
