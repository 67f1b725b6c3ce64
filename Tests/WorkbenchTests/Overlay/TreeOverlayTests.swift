import Conversation
import Support
import Testing

@testable import Workbench

@Suite struct TreeOverlayTests {
  /// Said "one" with two replies, "two" below the first of them, "three" below the second.
  private static func branched() -> WorkbenchHarness {
    var harness = WorkbenchHarness()
    Self.say("one", "eins", in: &harness)
    Self.say("two", "zwei", in: &harness)
    harness.press("Esc K K r")
    harness.receive("uno")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("i")
    Self.say("three", "drei", in: &harness)
    harness.press("Esc")
    return harness
  }

  private static func say(_ text: String, _ answer: String, in harness: inout WorkbenchHarness) {
    harness.say(text)
    harness.receive(answer)
    harness.end()
    harness.wait(milliseconds: 1_000)
  }

  private static func view(_ harness: WorkbenchHarness) -> TreeOverlay? {
    guard case .tree(let view) = harness.state.overlay else { return nil }
    return view
  }

  /// The rows as they may be drawn: a sign where a branch begins, the level, and what was said.
  private static func rows(_ harness: WorkbenchHarness) -> [String] {
    (view(harness)?.rows ?? []).map { row in
      let content = harness.state.tree[row.message].content
      return "\(row.beginsBranch ? "+" : " ")\(row.level) \(content)"
    }
  }

  private static func path(_ harness: WorkbenchHarness) -> [String] {
    let tree = harness.state.tree
    return tree.path(to: harness.state.conversation.focusedLane.tip).map { tree[$0].content }
  }

  private static func current(_ harness: WorkbenchHarness) -> String? {
    view(harness)?.message.map { harness.state.tree[$0].content }
  }

  @Test func siblingsStandInOrderAndOnlyBranchesAreSetIn() {
    var harness = Self.branched()
    harness.press("t")
    #expect(
      Self.rows(harness) == [
        " 0 one", "+1 eins", " 1 two", " 1 zwei", " 0 uno", " 0 three", " 0 drei",
      ]
    )
    #expect(Self.current(harness) == "drei")
    #expect(Self.view(harness)?.path.count == 4)
  }

  @Test func whatIsOnlyLongStaysFlat() {
    var harness = WorkbenchHarness()
    for turn in 0..<50 { Self.say("\(turn)", "a", in: &harness) }
    harness.press("Esc t")
    #expect(Self.view(harness)?.rows.allSatisfy { $0.level == 0 } == true)
  }

  @Test func enterShowsTheMessageOnItsPath() {
    var harness = Self.branched()
    harness.press("t g j j Enter")
    #expect(Self.path(harness) == ["one", "eins", "two", "zwei"])
    let selected = harness.state.conversation.focusedLane.current
    #expect(selected.map { harness.state.tree[$0].content } == "two")
    #expect(harness.state.overlay == nil)
    #expect(harness.state.focus == .conversation)
  }

  @Test func aLaneIntoWhichAReplyStreamsStaysOnItsPath() {
    var harness = Self.branched()
    harness.press("i")
    harness.say("four")
    harness.press("Tab t g j j Enter")
    #expect(harness.state.status?.text == "a reply streams here; stop it first")
    #expect(Self.view(harness) != nil)
    harness.press("g Enter")
    #expect(harness.state.overlay == nil)
    #expect(harness.state.conversation.focusedLane.isStreaming)
    harness.end()
    #expect(!harness.state.conversation.focusedLane.isStreaming)
  }

  @Test func aReplyThatStreamsInAnotherLaneStaysThere() {
    var harness = WorkbenchHarness(open: ["fast", "cloud"])
    harness.say("one")
    harness.receive(.ended(.finished(reason: "stop")), for: RequestID(0))
    harness.wait(milliseconds: 1_000)
    harness.press("Esc 1 t G Enter")
    #expect(harness.state.status?.text == "this reply streams in another lane")
    harness.press("Esc >")
    #expect(harness.state.status?.text == "this reply streams in another lane")
    #expect(harness.state.conversation.lanes.map(\.isStreaming) == [false, true])
    #expect(Set(harness.state.conversation.lanes.map(\.tip)).count == 2)
  }

  @Test func goesFromSiblingToSibling() {
    var harness = Self.branched()
    harness.press("t g j >")
    #expect(Self.current(harness) == "uno")
    harness.press("<")
    #expect(Self.current(harness) == "eins")
    harness.press("<")
    #expect(harness.state.status?.text == "there is no sibling that way")
  }

  @Test func theFilterLeavesWhatHoldsAText() {
    var harness = Self.branched()
    harness.press("t /")
    harness.type("ei")
    #expect(Self.rows(harness).map { $0.dropFirst(3) } == ["eins", "zwei", "drei"])
    #expect(Self.current(harness) == "drei")
    harness.press("Enter k Esc")
    #expect(Self.rows(harness).count == 7)
    #expect(Self.current(harness) == "zwei")
    harness.press("Esc")
    #expect(harness.state.overlay == nil)
  }

  @Test func deletesAndPutsBackInPlace() {
    var harness = Self.branched()
    harness.press("t g j x")
    guard case .removal(let dialog) = harness.state.overlay else {
      Issue.record("it did not ask")
      return
    }
    #expect(
      dialog.items.map(\.words) == [
        "this turn only, with its 2 replies; the 4 messages after it move up",
        "this reply and the 2 messages below it",
        "this turn and the 6 messages below it",
      ]
    )
    harness.press("j Enter")
    #expect(Self.rows(harness) == [" 0 one", " 0 uno", " 0 three", " 0 drei"])
    #expect(Self.view(harness)?.prunedCount == 3)
    #expect(harness.state.status?.text == "deleted 3 messages; u puts it back")
    harness.press("u")
    #expect(Self.rows(harness).count == 7)
    #expect(Self.current(harness) == "eins")
    #expect(Self.path(harness) == ["one", "eins", "two", "zwei"])
  }

  @Test func forksAndNotesAtTheCursor() {
    var harness = Self.branched()
    harness.press("t g j j n")
    harness.say("hm")
    #expect(Self.path(harness) == ["one", "eins", "two", "zwei", "hm"])
    harness.press("t g j f")
    #expect(Self.path(harness) == ["one", "eins"])
  }

  @Test func takesInWhatComesWhileItIsOpen() {
    var harness = Self.branched()
    harness.press("i")
    harness.say("four")
    harness.press("Tab")
    harness.receive("vier")
    harness.press("t")
    let before = Self.rows(harness).count
    harness.apply(.input(.key(Key(.escape))))
    harness.press("i")
    harness.say("queued")
    harness.press("Tab t")
    harness.end()
    _ = harness.screen()
    #expect(Self.rows(harness).count == before + 2)
  }

  @Test func aKeyLooksAtNothingButItsRow() throws {
    var tree = MessageTree()
    var parent: MessageID?
    for turn in 0..<5_000 {
      let said = tree.addUserMessage("\(turn)", under: parent)
      parent = tree.addNote("n", under: said)
    }
    var view = TreeOverlay(tree, tip: parent, current: parent)
    #expect(view.rows.count == 10_000)
    func place(_ view: TreeOverlay) -> UnsafeRawPointer? {
      view.rows.withUnsafeBytes { $0.baseAddress }
    }
    let before = place(view)
    for steps in [-1, 1, -20, 20, -10_000, 10_000] {
      view.move(by: steps)
      view.update(tree, tip: parent)
    }
    #expect(view.cursor == 9_999)
    #expect(place(view) == before)
  }
}
