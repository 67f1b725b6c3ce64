import Conversation
import Support
import Testing
import Workbench

/// The tree of a conversation, notes, and the question what is deleted, as they stand on screen.
@Suite struct TreeScreenTests {
  private static let sizes = [(40, 120), (24, 80), (12, 40)]

  private static func branched(_ rows: Int, _ columns: Int) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    func answer(_ text: String) {
      harness.receive(text)
      harness.end()
      harness.wait(milliseconds: 1_000)
    }
    harness.say("Which sorting algorithm should I use?")
    answer("It **depends**:\n\n- *quick* for most\n- *merge* for lists")
    harness.say("For a list of 10,000 names")
    answer("Merge sort.")
    harness.press("Esc K K r")
    answer("Timsort, since real lists are partly sorted already.")
    harness.press("i")
    harness.say("Show it in Swift")
    answer("```swift\nnames.sort()\n```")
    harness.press("Esc a")
    harness.say("ask 32k, too")
    harness.press("K E")
    harness.say("\nThat is all.")
    harness.press("i")
    harness.say("Thanks")
    harness.end(.failed(ReplyError(kind: .api, source: "x", problem: "500")))
    harness.wait(milliseconds: 1_000)
    harness.press("Esc")
    return harness
  }

  @Test("the tree, with the message under the cursor below", arguments: sizes)
  func tree(rows: Int, columns: Int) {
    var harness = Self.branched(rows, columns)
    harness.press("t g j")
    expectSnapshot(harness.screen(), named: "tree-\(columns)x\(rows)")
  }

  @Test("the tree, narrowed")
  func narrowed() {
    var harness = Self.branched(24, 80)
    harness.press("t p /")
    harness.type("sort")
    expectSnapshot(harness.screen(), named: "tree-narrowed-80x24")
  }

  @Test("what is to be deleted", arguments: sizes)
  func removal(rows: Int, columns: Int) {
    var harness = Self.branched(rows, columns)
    harness.press("g K K K K K D j")
    expectSnapshot(harness.screen(), named: "delete-\(columns)x\(rows)")
  }

  @Test("a note being written below another", arguments: sizes)
  func note(rows: Int, columns: Int) {
    var harness = Self.branched(rows, columns)
    harness.press("t")
    harness.press("/")
    harness.type("ask 32k")
    harness.press("Enter Enter a")
    harness.type("and cloud")
    expectSnapshot(harness.screen(), named: "note-\(columns)x\(rows)")
  }

  @Test func branchesInBranchesLeaveRoomForTheWords() {
    var harness = WorkbenchHarness(rows: 12, columns: 40)
    for depth in 0..<30 {
      harness.say("level \(depth)")
      harness.receive("first")
      harness.end()
      harness.wait(milliseconds: 1_000)
      harness.press("F5")
      harness.receive("second")
      harness.end()
      harness.wait(milliseconds: 1_000)
      harness.press("Esc < i")
    }
    harness.press("Esc t")
    let screen = harness.screen()
    #expect(screen.contains("level 29"))
    #expect(screen.contains("\u{2039}"))
  }
}
