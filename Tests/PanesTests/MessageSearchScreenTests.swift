import Conversation
import Panes
import Support
import Testing
import Workbench

/// The search through all conversations as it stands on screen.
@Suite struct MessageSearchScreenTests {
  private static let sizes = [(40, 120), (24, 80), (12, 40)]
  private static let now = WallTime(milliseconds: 1_772_539_200_000)

  @Test("what can be typed", arguments: sizes)
  func empty(rows: Int, columns: Int) {
    var harness = Self.harness(rows: rows, columns: columns)
    expectSnapshot(harness.screen(), named: "search-empty-\(columns)x\(rows)")
  }

  @Test("hits in their places", arguments: sizes)
  func hits(rows: Int, columns: Int) {
    var harness = Self.harness(rows: rows, columns: columns)
    harness.type("weir")
    let long = String(repeating: "water runs on and on ", count: 9)
    func ago(_ minutes: Int64) -> WallTime { Self.now.adding(milliseconds: -minutes * 60_000) }
    harness.find(
      [
        .sample(3, "\(long)to the [weir], where it is measured; \(long)", created: ago(3)),
        .sample(
          2,
          "What is a [weir]?",
          title: "Naming \u{6F22}\u{5B57}",
          preset: nil,
          created: ago(90)
        ),
        .sample(
          1,
          "A [weir] holds the \u{6F22}\u{5B57} river; a [weir] is low.",
          created: ago(90_000)
        ),
      ],
      isLast: false
    )
    expectSnapshot(harness.screen(), named: "search-\(columns)x\(rows)")
  }

  @Test func whatWasFoundIsMarkedByMoreThanColour() {
    var harness = Self.harness(rows: 24, columns: 80)
    harness.type("weir")
    harness.find([.sample(1, "one"), .sample(2, "the [weir]")])
    let marked = harness.frame().cells.filter {
      $0.style.attributes.contains([.bold, .underline])
    }
    let text = String(String.UnicodeScalarView(marked.compactMap { UnicodeScalar($0.base) }))
    #expect(text == "weir")
  }

  @Test("draws hostile hits at any size", arguments: [1, 6, 7, 9, 16, 60])
  func anySize(rows: Int) {
    for columns in [1, 20, 25, 49, 61, 200] {
      var harness = Self.harness(rows: rows, columns: columns)
      harness.type("x")
      var hit = MessageHit.sample(1, "\u{1B}[2J\u{202E}\u{6F22}\u{0}", title: "\u{9B}\n\u{7}")
      hit.found = [1..<900]
      hit.preset = String(repeating: "p", count: 90)
      harness.find([hit, .sample(2, "")])
      let frame = harness.frame()
      #expect(frame.cells.allSatisfy { $0.base == 0 || ($0.base >= 0x20 && $0.base != 0x7F) })
      #expect(!frame.cells.contains { (0x80...0x9F).contains($0.base) || $0.base == 0x202E })
    }
  }

  private static func harness(rows: Int, columns: Int) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: rows, columns: columns) { $0.wallTime = now }
    harness.press("^X /")
    return harness
  }
}
