import Conversation
import Support
import Testing

@testable import Workbench

/// How many layouts a key looks at in a lane of 10,000 messages.
@Suite struct LaneTextCostTests {
  private static let talk = LongTalk(turns: 5_000, reasoning: "thought\n\nagain") {
    "Answer \($0)\n\n```\nlet a = 1\n```"
  }

  /// The lane laid out at a row, from the end of its text.
  private static func lane(at rowsFromEnd: Int) -> (text: LaneText, rows: Range<Int>) {
    var text = LaneText()
    show(&text, LaneText.Options(width: 76))
    var rows = text.rowCount - rowsFromEnd..<text.rowCount - rowsFromEnd + 30
    while text.layOut(rows: rows, tree: talk.tree, notes: { _ in [] }) {
      rows = text.rowCount - rowsFromEnd..<text.rowCount - rowsFromEnd + 30
    }
    return (text, rows)
  }

  private static func show(_ text: inout LaneText, _ options: LaneText.Options) {
    text.update(tip: talk.tip, tree: talk.tree, options: options) { _ in [] }
  }

  @Test("what a key changes is done in view only", arguments: [30, 20_000])
  func touchesWhatIsInView(rowsFromEnd: Int) throws {
    var (text, rows) = Self.lane(at: rowsFromEnd)
    #expect(text.path.count == 10_000)
    let id = try #require(text.locate(rows.lowerBound + 15).map { text.path[$0.index] })
    var options = LaneText.Options(width: 76)
    let keys: [(inout LaneText.Options) -> Void] = [
      { $0.toggledReasoning = [id] }, { $0.rawMessages = [id] }, { $0.wrapsCode = true },
      { $0.showsAllReasoning = true }, { $0.codeGutter = 6 }, { $0.wrapsCode = false },
    ]
    for key in keys {
      let before = text.touches
      key(&options)
      Self.show(&text, options)
      while text.layOut(rows: rows, tree: Self.talk.tree, notes: { _ in [] }) {}
      #expect(text.touches - before < 200)
    }
  }

  @Test func showsWhatWasOutOfViewAsItIsWantedByNow() {
    var (text, rows) = Self.lane(at: 30)
    Self.show(&text, LaneText.Options(width: 76, showsAllReasoning: true))
    while text.layOut(rows: rows, tree: Self.talk.tree, notes: { _ in [] }) {}
    #expect(!text.text(at: 1).options.showsReasoning)
    while text.layOut(rows: 0..<30, tree: Self.talk.tree, notes: { _ in [] }) {}
    #expect(text.text(at: 1).options.showsReasoning)
    rows = 0..<text.starts[2]
    #expect(text.row(of: .reasoning(offset: 0), in: text.path[1]) == text.starts[1] + 2)
    #expect(zip(text.starts, text.starts.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func keepsTheLatestLayoutsOfOtherBranchesOnly() {
    var tree = MessageTree()
    let roots = (0..<1_000).map { tree.addUserMessage("question \($0)", under: nil) }
    var text = LaneText()
    for root in roots {
      text.update(tip: root, tree: tree, options: LaneText.Options(width: 76)) { _ in [] }
    }
    #expect(text.setAside.count == SetAsideTexts.mostTexts)
    text.update(tip: roots[998], tree: tree, options: LaneText.Options(width: 40)) { _ in [] }
    #expect(text.text(at: 0).isRead)
    #expect(text.text(at: 0).options.width == 76 || text.text(at: 0).options.width == 40)
  }

  @Test func keepsNoMoreBytesOfOtherBranchesThanThat() {
    let tree = {
      var tree = MessageTree()
      for _ in 0..<6 { tree.addUserMessage(String(repeating: "x", count: 1_000_000), under: nil) }
      return tree
    }()
    var aside = SetAsideTexts()
    for id in tree.roots {
      var text = MessageText(tree[id], options: MessageText.Options(width: 80))
      text.extend(to: tree[id], notes: [])
      aside.put(text, of: id)
    }
    aside.trim()
    #expect(aside.bytes == 2_000_000)
    #expect(aside.count == 2)
    let latest = aside.take(tree.roots[5])
    #expect(latest?.body.source.count == 1_000_000)
    #expect(aside.bytes == 1_000_000)
  }
}
