import Conversation
import Support
import Testing

@testable import Workbench

/// The inspector where the lanes are shown as they were at an earlier moment.
@Suite struct InspectorInPastTests {
  /// So many deltas with their bytes on the wire, one every 100 ms.
  private static func streaming(deltas: Int) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 50, columns: 120)
    harness.say("hi")
    guard let request = harness.requests.last?.id else { return harness }
    harness.receive(.phase(.sent), for: request)
    for number in 1...deltas {
      harness.wait(milliseconds: 100)
      let text = "\(number) "
      let frame = #"data: {"choices":[{"index":0,"delta":{"content":"\#(text)"}}]}"# + "\n\n"
      var log = WireLog(attempt: 1)
      if number == 1 {
        log.response = WireLog.Response(time: harness.now, status: 200, fields: [])
      }
      log.body = Array(frame.utf8)
      log.pieces = [Delta.Mark(time: harness.now, lengthInBytes: log.body.count)]
      harness.receive(.wire(log), for: request)
      let delta = Delta(channel: .content, text: text, time: harness.now)
      harness.receive(.delta(delta), for: request)
    }
    return harness
  }

  @Test(
    "shows at each moment what it showed then",
    arguments: ["time", "gaps", "raw", "tokens"],
    [1, 2, 7, 20]
  )
  func sameAsLive(page: String, deltas: Int) {
    var live = Self.streaming(deltas: deltas)
    var later = Self.streaming(deltas: 20)
    let tabs = ["time": "", "gaps": " Tab", "raw": " Tab Tab", "tokens": " Tab Tab Tab"]
    live.press("F4\(tabs[page] ?? "")")
    later.press("F4\(tabs[page] ?? "") ^X Space")
    for _ in deltas..<20 { later.press(",") }
    #expect(Self.page(of: &later) == Self.page(of: &live))
    for _ in deltas..<20 { later.press(".") }
    later.press("^X Space")
    var whole = Self.streaming(deltas: 20)
    whole.press("F4\(tabs[page] ?? "")")
    #expect(Self.page(of: &later) == Self.page(of: &whole))
  }

  /// What stands below the inspector's title, beside the sidebar.
  private static func page(of harness: inout WorkbenchHarness) -> [Substring] {
    let lines = harness.screen().split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.contains("inspector ") } ?? 0
    return lines[start...].dropFirst().prefix(5).map { $0.dropFirst(26).prefix(70) }
  }

  @Test func holdsStillWhileMoreArrives() {
    var harness = Self.streaming(deltas: 20)
    harness.press("F4 Tab ^X Space")
    let frozen = Self.page(of: &harness)
    for number in 21...25 {
      harness.wait(milliseconds: 300)
      harness.receive("\(number) ")
      harness.apply(.tick)
    }
    #expect(Self.page(of: &harness) == frozen)
    harness.press("c")
    harness.wait(milliseconds: 3_000)
    harness.apply(.tick)
    _ = harness.frame()
    #expect(harness.state.conversation.inspector?.arrivals.count == 25)
    #expect(harness.state.conversation.inspector?.page == .gaps)
  }

  @Test func theClockRunsWhileItIsOpen() {
    var harness = Self.streaming(deltas: 20)
    harness.end()
    harness.press("^X t Space F4 Tab")
    harness.wait(milliseconds: 1_000)
    harness.apply(.tick)
    _ = harness.frame()
    #expect(harness.state.conversation.inspector?.arrivals.count == 10)
    harness.press("Space")
    harness.wait(milliseconds: 1_000)
    _ = harness.frame()
    #expect(harness.state.conversation.inspector?.arrivals.count == 10)
    // The inspector goes first, then the past.
    harness.press("Esc")
    #expect(harness.state.conversation.inspector == nil)
    #expect(harness.state.isInPast)
  }

  @Test func aPressBeforeTheNextFrameFindsWhatIsThere() {
    var harness = Self.streaming(deltas: 20)
    harness.press("F4 Tab")
    _ = harness.frame()
    guard let strip = harness.state.gapAreas?.strip else {
      Issue.record("there is no strip")
      return
    }
    harness.press("^X Space , , , , , , , ,")
    let event = MouseEvent(kind: .press, row: strip.endRow - 1, column: strip.column + 19)
    harness.apply(.input(.mouse(event)))
    _ = harness.frame()
    #expect(harness.state.conversation.inspector?.gaps.count == 12)
  }

  @Test func takesNoBranchThere() {
    var harness = Self.streaming(deltas: 5)
    harness.end()
    harness.press("F4 Tab Tab Tab ^X t Space b")
    #expect(harness.requests.count == 1)
    #expect(harness.screen().contains("this is an earlier moment; c goes to the end first"))
  }

  @Test func theSidebarSaysWhatThereWas() {
    var harness = Self.streaming(deltas: 20)
    harness.press("^X Space , , , , ,")
    let screen = harness.screen()
    #expect(screen.contains(#/deltas +15 /#))
    #expect(screen.contains(#/elapsed +1\.5 s/#))
  }
}
