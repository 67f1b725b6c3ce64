import Conversation
import Support
import Testing
import Workbench

@Suite struct ScrollingTests {
  private static func harness(lines: Int) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 20, columns: 60)
    harness.say("go")
    harness.receive((1...lines).map { "line \($0)" }.joined(separator: "\n"))
    return harness
  }

  @Test func followsTheEndWhileItIsAtTheEnd() {
    var harness = Self.harness(lines: 40)
    #expect(harness.screen().contains("line 40"))
    harness.receive("\nline 41")
    #expect(harness.screen().contains("line 41"))
    #expect(!harness.screen().contains("below"))
  }

  @Test func staysWhereTheReaderIsAndSaysWhatLiesBelow() {
    var harness = Self.harness(lines: 40)
    harness.press("Tab b")
    let lane = harness.state.conversation.lanes[0]
    let height = harness.state.laneView(of: harness.state.laneColumns.columns[0]).rows
    let below = lane.rowsBelow(height: height)
    #expect(below > 0)
    #expect(harness.screen().contains("\(below) lines below"))
    harness.receive("\nline 41\nline 42")
    #expect(harness.screen().contains("\(below + 2) lines below"))
    #expect(harness.state.conversation.lanes[0].scroll == lane.scroll)
  }

  @Test func followsByLettingTheTextStandForSeveralLines() {
    var harness = Self.harness(lines: 40)
    let view = harness.state.laneView(of: harness.state.laneColumns.columns[0])
    var tops: [Int] = []
    for line in 41...52 {
      harness.receive("\nline \(line)")
      #expect(harness.screen().contains("line \(line)"))
      tops.append(harness.state.conversation.lanes[0].topRow(height: view.rows))
    }
    #expect(Set(zip(tops, tops.dropFirst()).map { $1 - $0 }) == [0, view.rows / 6])
  }

  @Test func followsAgainWhenTheEndIsReached() {
    var harness = Self.harness(lines: 40)
    harness.press("Tab k k j j")
    #expect(harness.state.conversation.lanes[0].scroll == .following)
    harness.press("g")
    #expect(harness.screen().contains("line 1\n") || harness.screen().contains("line 1 "))
    harness.press("G")
    #expect(harness.state.conversation.lanes[0].scroll == .following)
  }

  @Test func selectsMessagesOneByOne() {
    var harness = Self.harness(lines: 3)
    harness.end()
    harness.press("Tab K")
    #expect(harness.state.conversation.lanes[0].selected == MessageID(0))
    harness.press("y")
    #expect(harness.effects.last == .copy("go", what: "the message"))
    harness.press("J y")
    #expect(harness.effects.last == .copy("line 1\nline 2\nline 3", what: "the answer"))
  }

  @Test func foldsAndUnfoldsReasoning() {
    var harness = WorkbenchHarness(rows: 20, columns: 60)
    harness.say("go")
    harness.receive(
      .delta(Delta(channel: .reasoning, text: "hm, let me see", time: harness.now)),
      for: RequestID(0)
    )
    harness.receive("42")
    harness.press("Tab")
    #expect(!harness.screen().contains("let me see"))
    harness.press("z")
    #expect(harness.screen().contains("let me see"))
    harness.press("z")
    #expect(!harness.screen().contains("let me see"))
  }

  @Test("leaves no blank rows at the end that one asks for", arguments: 40...48)
  func endsWithTheText(lines: Int) {
    var harness = WorkbenchHarness(rows: 30, columns: 60)
    harness.say("go")
    harness.receive((1...lines).map { "line \($0)" }.joined(separator: "\n"))
    _ = harness.frame()
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Tab G")
    _ = harness.frame()
    let lane = harness.state.conversation.focusedLane
    let height = harness.state.laneColumns.columns[0].body.rows
    #expect(lane.topRow(height: height) == lane.text.rowCount - height)
  }
}
