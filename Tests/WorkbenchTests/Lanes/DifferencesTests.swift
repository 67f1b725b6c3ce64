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

  @Test("compares no lane that failed, nor any with it", arguments: [0, 2])
  func comparesNothingWithAFailure(failed: Int) {
    var harness = WorkbenchHarness(rows: 24, columns: 160, open: ["fast", "32k", "cloud"])
    harness.say("hi")
    for (lane, request) in harness.requests.enumerated() {
      let error = ReplyError(kind: .api, source: "host", problem: "500, out of order")
      if lane != failed {
        let delta = Delta(channel: .content, text: "the same", time: harness.now)
        harness.receive(.delta(delta), for: request.id)
      }
      harness.receive(
        .ended(lane == failed ? .failed(error) : .finished(reason: "stop")),
        for: request.id
      )
    }
    harness.press("^X = ^X d")
    #expect(!harness.screen().contains(" 0 % same"))
    #expect(harness.state.conversation.lanes[failed].difference == nil)
    #expect(harness.state.conversation.lanes[1].difference?.similarity == (failed == 0 ? nil : 1))
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

  @Test func showsOnlyWhatDiffers() {
    let same = (0..<40).map { "Line \($0) is the same." }
    var other = same
    other[20] = "Line 20 is another one."
    var harness = Self.harness([
      same.joined(separator: "\n\n"), other.joined(separator: "\n\n"),
      "Nothing in common here, or there",
    ])
    harness.press("^X D")
    let screen = harness.screen()
    #expect(screen.contains("only differences"))
    #expect(screen.contains("\u{22EF} 39 lines the same"))
    #expect(screen.contains("Line 20 is another one."))
    #expect(!screen.contains("Line 3 is the same."))
    // What has nothing to do with the other is shown whole.
    #expect(screen.contains("Nothing in common here"))
    harness.press("^X D")
    #expect(!harness.screen().contains("lines the same"))
    harness.press("^X D ^X d")
    #expect(!harness.screen().contains("lines the same"))
  }

  @Test func leavesOutAllOfWhatIsTheSame() {
    let text = (0..<30).map { "Line \($0)." }.joined(separator: "\n\n")
    var harness = Self.harness([text, text, "else"])
    harness.press("^X = ^X D")
    #expect(harness.screen().contains("\u{22EF} 59 lines the same"))
  }

  @Test func doesNotCallTheEndOfWhatStillArrivesAParting() throws {
    var harness = WorkbenchHarness(rows: 24, columns: 120, open: ["fast", "32k"])
    harness.say("hi")
    let requests = harness.requests.map(\.id)
    func tell(_ lane: Int, _ text: String) {
      harness.wait(milliseconds: 500)
      let delta = Delta(channel: .content, text: text, time: harness.now)
      harness.receive(.delta(delta), for: requests[lane])
    }
    tell(0, "one two three four")
    tell(1, "one two thr")
    harness.press("^X d")
    #expect(Self.marked(1, of: &harness) == [])
    #expect(Self.marked(0, of: &harness) == [])
    #expect(harness.state.conversation.lanes[1].difference?.first == nil)
    tell(1, "ough and so on and so forth")
    #expect(Self.marked(1, of: &harness) != [])
    #expect(harness.state.conversation.lanes[1].difference?.first == 8)
    harness.receive(.ended(.finished(reason: "stop")), for: requests[0])
    harness.receive(.ended(.finished(reason: "stop")), for: requests[1])
    #expect(Self.marked(0, of: &harness).joined().contains("three four"))
  }
}
