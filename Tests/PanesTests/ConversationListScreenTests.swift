import Conversation
import Support
import Testing
import Workbench

/// The list of conversations as it stands on screen.
@Suite struct ConversationListScreenTests {
  private static let sizes = [(40, 120), (24, 80), (12, 40)]
  private static let now = WallTime(milliseconds: 1_772_539_200_000)

  @Test("conversations with every mark", arguments: sizes)
  func rows(rows: Int, columns: Int) {
    var harness = Self.harness(rows: rows, columns: columns)
    harness.say("Where does the river go?")
    harness.receive("To the sea.")
    harness.end()
    harness.press("^X l")
    harness.list(Self.rows, isLast: false)
    harness.press("Down")
    expectSnapshot(harness.screen(), named: "conversations-\(columns)x\(rows)")
  }

  @Test("an empty archive says what it is for", arguments: sizes)
  func empty(rows: Int, columns: Int) {
    var harness = Self.harness(rows: rows, columns: columns)
    harness.press("^X l")
    harness.list([])
    expectSnapshot(harness.screen(), named: "conversations-empty-\(columns)x\(rows)")
  }

  @Test("the question before one is deleted", arguments: sizes)
  func deleting(rows: Int, columns: Int) {
    var harness = Self.harness(rows: rows, columns: columns)
    harness.press("^X l")
    harness.list(Self.rows)
    harness.press("Alt-d")
    expectSnapshot(harness.screen(), named: "conversations-delete-\(columns)x\(rows)")
  }

  @Test func aDialogStandsBeforeTheList() {
    var harness = Self.harness(rows: 24, columns: 80)
    harness.press("^X l")
    harness.list(Self.rows)
    harness.press("Alt-t")
    expectSnapshot(harness.screen(), named: "conversations-tags-80x24")
  }

  @Test("draws hostile rows at any size", arguments: [1, 6, 7, 9, 16, 60])
  func anySize(rows: Int) {
    for columns in [1, 20, 25, 49, 61, 200] {
      var harness = Self.harness(rows: rows, columns: columns)
      harness.press("^X l")
      var row = ConversationSummary.sample(1, title: "\u{1B}[2J\u{202E}\n\u{6F22}")
      row.preview = "\u{9B}31m\u{0}"
      row.record.tags = ["\u{7}", String(repeating: "long", count: 50)]
      row.preset = String(repeating: "p", count: 80)
      harness.list([row, row, .sample(2)])
      let frame = harness.frame()
      #expect(frame.cells.allSatisfy { $0.base == 0 || ($0.base >= 0x20 && $0.base != 0x7F) })
      #expect(!frame.cells.contains { (0x80...0x9F).contains($0.base) || $0.base == 0x202E })
    }
  }

  private static func harness(rows: Int, columns: Int) -> WorkbenchHarness {
    WorkbenchHarness(rows: rows, columns: columns) { $0.wallTime = now }
  }

  private static var rows: [ConversationSummary] {
    func ago(_ minutes: Int64) -> WallTime { now.adding(milliseconds: -minutes * 60_000) }
    return [
      .sample(7, title: "Naming the parts of a weir", updated: ago(2_000), messages: 42) {
        $0.isPinned = true
        $0.tags = ["water", "words"]
      },
      .sample(6, title: "Why does the parser loop?", updated: ago(3), preset: "cloud") {
        $0.tags = ["swift"]
      },
      .sample(5, title: "\u{6F22}\u{5B57} in a terminal", updated: ago(75), messages: 1_234) {
        $0.isArchived = true
      },
      .sample(4, title: "", updated: ago(4_000), preset: nil, messages: 1),
      .sample(
        3,
        title: "A title that is much too long for a line of any screen that people really have, "
          + "and so is cut before what stands at the right end",
        updated: ago(60_000)
      ),
    ]
  }
}
