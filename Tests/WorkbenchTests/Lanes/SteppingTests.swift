import Conversation
import Support
import Testing
import Workbench

/// Lanes that scroll in step.
@Suite struct SteppingTests {
  /// Two answers of forty paragraphs, those of the second of three lines each.
  private static func harness() -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 120, open: ["fast", "32k"])
    harness.say("hi")
    for (request, line) in zip(harness.requests, ["", String(repeating: " and more", count: 12)]) {
      let text = (0..<40).map { "paragraph\($0)\(line)." }.joined(separator: "\n\n")
      let delta = Delta(channel: .content, text: text, time: harness.now)
      harness.receive(.delta(delta), for: request.id)
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
    _ = harness.frame()
    return harness
  }

  @Test func bringsTheSameParagraphToTheTop() throws {
    var harness = Self.harness()
    harness.press("^X s Tab g")
    harness.press("PgDn PgDn")
    _ = harness.frame()
    let (one, other) = (harness.state.conversation.lanes[0], harness.state.conversation.lanes[1])
    guard case .at(let first, .body(let offset, _)) = one.scroll,
      case .at(let second, .body(let otherOffset, _)) = other.scroll
    else {
      Issue.record("both lanes stand somewhere in their answers")
      return
    }
    let text = harness.state.tree[first].content.utf8.dropFirst(offset)
    let otherText = harness.state.tree[second].content.utf8.dropFirst(otherOffset)
    let name = String(Substring(text)).prefix { $0.isLetter || $0.isNumber }
    let otherName = String(Substring(otherText)).prefix { $0.isLetter || $0.isNumber }
    #expect(name == otherName)
    #expect(first != second)
  }

  @Test func findsTheParagraphThatSaysTheSame() throws {
    var harness = WorkbenchHarness(rows: 20, columns: 120, open: ["fast", "32k"])
    harness.say("hi")
    let same = (0..<30).map { "The \($0)th thing is number \($0)." }
    let answers = [same, ["A beginning of its own.", "And another one."] + same]
    for (request, paragraphs) in zip(harness.requests, answers) {
      let text = paragraphs.joined(separator: "\n\n")
      harness.receive(
        .delta(Delta(channel: .content, text: text, time: harness.now)),
        for: request.id
      )
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
    harness.press("^X s Tab g")
    _ = harness.frame()
    harness.press("PgDn")
    _ = harness.frame()
    let tops = harness.state.conversation.lanes.compactMap { lane -> String? in
      guard case .at(let message, .body(let offset, _)) = lane.scroll else { return nil }
      let rest = harness.state.tree[message].content.utf8.dropFirst(offset)
      return String(Substring(rest).prefix { $0 != "." })
    }
    #expect(tops.count == 2)
    #expect(Set(tops).count == 1)
    #expect(tops.first?.hasPrefix("The ") == true)
  }

  @Test func leavesTheOthersWhereTheyAreWhenItIsOff() {
    var harness = Self.harness()
    harness.press("Tab g PgDn")
    _ = harness.frame()
    #expect(harness.state.conversation.lanes[1].scroll == .following)
  }

  @Test func followsTheEndTogether() {
    var harness = Self.harness()
    harness.press("^X s Tab g")
    _ = harness.frame()
    #expect(harness.state.conversation.lanes[1].scroll != .following)
    harness.press("G")
    _ = harness.frame()
    #expect(harness.state.conversation.lanes.map(\.scroll) == [.following, .following])
  }
}
