import Conversation
import Support
import Testing

@testable import Workbench

@Suite struct ForkingTests {
  private static func texts(_ harness: WorkbenchHarness) -> [String] {
    let tree = harness.state.tree
    return tree.path(to: harness.state.conversation.focusedLane.tip).map { tree[$0].content }
  }

  @Test func copiesThePathToTheCurrentMessageAndPutsTheOldConversationAside() {
    var harness = WorkbenchHarness.answered()
    let old = harness.state.keeping.record
    harness.press("Esc K K f")
    #expect(Self.texts(harness) == ["one", "eins"])
    let new = harness.state.keeping.record
    #expect(new.id != old.id)
    #expect(new.forkedFrom == old.id)
    #expect(new.title == "one (fork)")
    #expect(harness.state.focus == .prompt)
    harness.press("^X u")
    #expect(harness.state.keeping.record.id == old.id)
    #expect(harness.state.tree.count == 4)
  }

  @Test func leavesOutWhatStreams() {
    var harness = WorkbenchHarness.answered()
    harness.say("three")
    harness.receive("dr")
    harness.press("Tab f")
    #expect(Self.texts(harness) == ["one", "eins", "two", "zwei", "three"])
    #expect(!harness.state.conversation.isStreaming)
    #expect(harness.effects.contains { if case .cancel = $0 { true } else { false } })
  }

  @Test func aForkOfWhatIsNotSavedIsNotSavedEither() {
    var harness = WorkbenchHarness { $0.isOffTheRecord = true }
    harness.say("secret")
    harness.press("Esc f")
    #expect(harness.state.keeping.isOffTheRecord)
    #expect(harness.takeUnsaved(isLeaving: true).isEmpty)
  }

  @Test func isSavedWhole() {
    var harness = WorkbenchHarness.answered()
    _ = harness.takeUnsaved()
    harness.press("Esc f")
    let changes = harness.takeUnsaved()
    #expect(changes.last?.messages.count == 4)
    #expect(changes.last?.record?.forkedFrom != nil)
  }

  @Test(
    "forks of forks are counted",
    arguments: [
      ("A", "A (fork)"), ("A (fork)", "A (fork 2)"), ("A (fork 9)", "A (fork 10)"),
      ("A (b)", "A (b) (fork)"), ("(fork)", "(fork) (fork)"), ("A (fork x)", "A (fork x) (fork)"),
    ]
  )
  func titles(old: String, new: String) {
    #expect(ConversationRecord.title(ofForkOf: old) == new)
  }
}
