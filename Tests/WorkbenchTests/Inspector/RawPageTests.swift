import Conversation
import Support
import Testing

@testable import Workbench

/// The frames that went over the wire: filtered, searched, copied.
@Suite struct RawPageTests {
  private static let frames = [
    ": ping\n\n", "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\n\n",
    "data: {\"choices\":[{\"delta\":{\"content\":\"one \"}}]}\n\n",
    "odd: x\ndata: {\"choices\":[{\"delta\":{\"content\":\"two\\u00e9\"}}]}\n\n",
    "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"three\"}}]}\n\n", "data: [DONE]\n\n",
  ]

  /// The raw page of a stream that has brought its first frames.
  private static func opened(_ count: Int = frames.count) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.say("hi")
    guard let request = harness.requests.last?.id else { return harness }
    var log = WireLog(attempt: 1)
    log.request = WireLog.Request(
      url: "http://localhost/v1/chat/completions",
      fields: [WireLog.Field("Authorization", "Bearer \u{2022}")],
      body: Array(#"{"model":"m"}"#.utf8)
    )
    log.response = WireLog.Response(time: harness.now, status: 200, fields: [])
    harness.receive(.wire(log), for: request)
    for frame in frames.prefix(count) { bring(frame, &harness) }
    harness.press("F4 Tab Tab")
    _ = harness.screen()
    return harness
  }

  private static func bring(_ frame: String, _ harness: inout WorkbenchHarness) {
    guard let request = harness.requests.last?.id else { return }
    harness.wait(milliseconds: 10)
    var next = WireLog(attempt: 1)
    next.body = Array(frame.utf8)
    next.pieces = [Delta.Mark(time: harness.now, lengthInBytes: next.body.count)]
    harness.receive(.wire(next), for: request)
  }

  private static func page(_ harness: WorkbenchHarness) -> RawPage {
    harness.state.conversation.inspector?.raw ?? RawPage()
  }

  private static func listed(_ harness: WorkbenchHarness) -> [Int] {
    let page = page(harness)
    return (0..<page.rowCount).map(page.frame(atRow:))
  }

  private static func copied(_ harness: WorkbenchHarness) -> String? {
    if case .copy(let text, _)? = harness.effects.last { text } else { nil }
  }

  @Test func listsWhatTheFilterLetsThrough() {
    var harness = Self.opened()
    var lists: [[Int]] = []
    for _ in FrameFilter.allCases {
      lists.append(Self.listed(harness))
      harness.press("f")
    }
    #expect(lists == [[0, 1, 2, 3, 4, 5], [0, 3], [2, 3, 4], [0, 1, 5]])
    #expect(Self.page(harness).filter == .all)
  }

  @Test func listsWhatArrivesByTheFilterToo() {
    var harness = Self.opened(3)
    harness.press("f f")
    #expect(Self.listed(harness) == [2])
    for frame in Self.frames.dropFirst(3) { Self.bring(frame, &harness) }
    _ = harness.screen()
    #expect(Self.listed(harness) == [2, 3, 4])
    #expect(Self.page(harness).shown == 4)
    harness.press("k")
    #expect(Self.page(harness).shown == 3)
  }

  @Test func theCursorStaysAtItsFrameUnderAnotherFilter() {
    var harness = Self.opened()
    harness.press("g j j j")
    var shown: [Int?] = []
    for _ in FrameFilter.allCases {
      shown.append(Self.page(harness).shown)
      harness.press("f")
    }
    #expect(shown == [3, 3, 3, 1])
  }

  @Test func findsFramesByTheirBytesAndByWhatTheyBrought() {
    var harness = Self.opened()
    harness.press("/")
    harness.type("content")
    #expect(Self.page(harness).search?.hits == [2, 3, 4])
    harness.press("Enter")
    #expect(Self.page(harness).shown == 4)
    harness.press("n")
    #expect(Self.page(harness).shown == 2)
    #expect(harness.state.status?.text == "1 of 3: content")
    harness.press("N")
    #expect(Self.page(harness).shown == 4)
    harness.press("Esc")
    #expect(Self.page(harness).search == nil)
    #expect(harness.state.conversation.inspector != nil)
    harness.press("/")
    harness.type("two\u{E9}")
    #expect(Self.page(harness).search?.hits == [3])
  }

  @Test func keysCountBeforeAFrameIsDrawn() {
    var harness = Self.opened()
    harness.press("Esc F4 Tab Tab g }")
    #expect(Self.page(harness).shown == 3)
  }

  @Test func aSearchThatIsGivenUpGoesBack() {
    var harness = Self.opened()
    harness.press("g j")
    harness.press("/")
    harness.type("three")
    #expect(Self.page(harness).shown == 4)
    harness.press("Esc")
    #expect(Self.page(harness).shown == 1)
    #expect(Self.page(harness).search == nil)
  }

  @Test func findsInWhatArrivesAfterwards() {
    var harness = Self.opened(3)
    harness.press("/")
    harness.type("three")
    #expect(Self.page(harness).search?.count(at: 0) == "not found")
    for frame in Self.frames.dropFirst(3) { Self.bring(frame, &harness) }
    _ = harness.screen()
    #expect(Self.page(harness).search?.hits == [4])
  }

  @Test func copiesTheFrameAndTheWholeBody() {
    var harness = Self.opened()
    harness.press("g y")
    #expect(Self.copied(harness) == Self.frames[0])
    harness.press("Y")
    #expect(Self.copied(harness) == Self.frames.joined())
  }

  @Test func showsAndCopiesTheRequestAsACommand() {
    var harness = Self.opened()
    harness.press("s")
    guard case .describeRequest(let id, _, _)? = harness.effects.last else {
      Issue.record("the command was not asked for")
      return
    }
    let command = RequestDescription(command: "curl -N whole", shown: "curl -N shown")
    harness.apply(.requestDescribed(command, of: id))
    let screen = harness.screen()
    #expect(screen.contains("POST http://localhost/v1/chat/completions"))
    #expect(screen.contains("curl -N shown"))
    #expect(screen.contains(#"{"model":"m"}"#))
    harness.press("y")
    #expect(Self.copied(harness) == "curl -N whole")
    harness.press("Y")
    #expect(Self.copied(harness) == #"{"model":"m"}"#)
  }

  @Test func theOtherPagesCopyTheirFigures() {
    var harness = Self.opened()
    harness.press("Tab Tab y")
    #expect(Self.copied(harness)?.hasPrefix("so far") == true)
    harness.receive("one")
    harness.wait(milliseconds: 30)
    harness.receive("two")
    harness.press("Tab")
    _ = harness.screen()
    harness.press("y")
    #expect(Self.copied(harness)?.contains("gap p50 30.0 ms") == true)
  }
}
