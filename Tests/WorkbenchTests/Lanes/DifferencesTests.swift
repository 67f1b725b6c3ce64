import Conversation
import Support
import Testing
import Workbench

/// How answers differ, marked in their lanes.
@Suite struct DifferencesTests {
  private static func harness(_ answers: [String]) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 160, open: ["fast", "32k", "cloud"])
    harness.say("hi")
    for (request, text) in zip(harness.requests, answers) {
      harness.receive(
        .delta(Delta(channel: .content, text: text, time: harness.now)),
        for: request.id
      )
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
    return harness
  }

  /// What is marked in a lane, changed words between slashes, others between plus signs.
  private static func marked(_ lane: Int, of harness: inout WorkbenchHarness) -> [String] {
    _ = harness.frame()
    guard let difference = harness.state.conversation.lanes[lane].difference else { return [] }
    let bytes = Array(harness.state.tree[difference.reply].content.utf8)
    return difference.marks.map { mark in
      let text = String(decoding: bytes[mark.range], as: UTF8.self)
      return mark.isChanged ? "/\(text)/" : "+\(text)+"
    }
  }

  @Test func marksWhatIsOtherwiseAndWhatIsOnlyHere() {
    var harness = Self.harness([
      "The quick brown fox jumps.", "The slow brown fox jumps.",
      "The quick brown fox jumps high today.",
    ])
    harness.press("^X d")
    #expect(Self.marked(1, of: &harness) == ["/slow/"])
    #expect(Self.marked(2, of: &harness).joined().contains("high today"))
    // The baseline beside the focused lane, or while it is that itself, the first other one.
    #expect(Self.marked(0, of: &harness) == ["/quick/"])
    let screen = harness.screen()
    #expect(screen.contains("baseline"))
    #expect(screen.contains("% same"))
    #expect(screen.contains("\u{2260}"))
  }

  @Test func comparesWithAnotherBaseline() {
    var harness = Self.harness(["one two", "one three", "one three"])
    harness.press("^X Tab ^X B ^X =")
    #expect(Self.marked(0, of: &harness) == ["/two/"])
    #expect(Self.marked(2, of: &harness) == [])
    harness.press("^X d")
    #expect(Self.marked(0, of: &harness) == [])
    #expect(!harness.screen().contains("\u{2260}"))
  }

  @Test func goesFromDifferenceToDifference() {
    let same = (0..<60).map { "line \($0) is the same." }
    var other = same
    other[20] = "line 20 is another."
    other[50] = "line 50 is new here."
    var harness = Self.harness([
      same.joined(separator: "\n\n"), other.joined(separator: "\n\n"), "x",
    ])
    harness.press("Tab 2 ^X d g")
    _ = harness.frame()
    harness.press("^X .")
    #expect(harness.screen().contains("line 20 is another"))
    harness.press("^X .")
    _ = harness.frame()
    let first = harness.state.conversation.lanes[1].scroll
    for _ in 0..<12 { harness.press("^X .") }
    #expect(harness.screen().contains("no difference below"))
    #expect(harness.screen().contains("line 50 is new"))
    for _ in 0..<12 { harness.press("^X ,") }
    #expect(harness.screen().contains("no difference above"))
    #expect(first != .following)
  }

  @Test func keepsUpWithWhatStreams() {
    var harness = WorkbenchHarness(rows: 24, columns: 160, open: ["fast", "32k"])
    harness.press("^X d")
    harness.say("hi")
    func tell(_ text: String, _ lane: Int) {
      let request = harness.requests[lane].id
      harness.receive(.delta(Delta(channel: .content, text: text, time: harness.now)), for: request)
    }
    tell("one two", 0)
    tell("one", 1)
    _ = harness.frame()
    harness.wait(milliseconds: 300)
    tell(" three four", 1)
    #expect(Self.marked(1, of: &harness).joined().contains("three"))
    harness.end()
    #expect(Self.marked(1, of: &harness).joined().contains("three"))
  }
}
