import Conversation
import Measuring
import Support
import Testing
import Workbench

/// The strip of gaps by delta and by slice of time, and a stall while it lasts.
@Suite struct GapsPageTests {
  /// Ten deltas 100 ms apart, a silence of four seconds, and ten more.
  private static func opened() -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 40, columns: 120)
    harness.say("hi")
    guard let request = harness.requests.last?.id else { return harness }
    for step in 0..<20 {
      harness.wait(milliseconds: step == 10 ? 4_000 : 100)
      let delta = Delta(channel: .content, text: "w\(step) ", time: harness.now)
      harness.receive(.delta(delta), for: request)
    }
    harness.press("F4 Tab")
    _ = harness.screen()
    return harness
  }

  private static func page(_ harness: WorkbenchHarness) -> GapsPage? {
    harness.state.conversation.inspector?.gaps
  }

  @Test func changesBetweenDeltasAndSlicesOfTime() {
    var harness = Self.opened()
    #expect(Self.page(harness)?.strip == .deltas)
    harness.press("t")
    #expect(Self.page(harness)?.strip == .slices)
    #expect(harness.screen().contains("a cell is"))
    harness.press("t")
    #expect(Self.page(harness)?.strip == .deltas)
    #expect(harness.state.overlay == nil)
  }

  @Test func goesBySlicesOverThoseInWhichNothingCame() throws {
    var harness = Self.opened()
    harness.press("t g")
    let slices = try #require(harness.state.conversation.inspector?.slices)
    let id = try #require(harness.state.conversation.inspector?.reply)
    let marks = try #require(harness.state.tree[id].reply?.marks)
    var seen: [Int] = []
    while let shown = Self.page(harness)?.shown, seen.last != shown {
      seen.append(shown)
      harness.press("l")
    }
    // The first delta of each slice that has any, and the last one in the end.
    let firsts = marks.indices.filter {
      $0 == 0 || slices.cell(of: marks[$0]) > slices.cell(of: marks[$0 - 1])
    }
    #expect(seen == firsts + (firsts.last == 19 ? [] : [19]))
    #expect(seen.count > 10)
    harness.press("h")
    #expect(Self.page(harness)?.shown == firsts.last { $0 < 19 })
  }

  @Test func aClickOnASliceGoesToWhatCameThenOrNext() throws {
    var harness = Self.opened()
    harness.press("t")
    let strip = try #require(harness.state.gapAreas).strip
    let middle = strip.column + strip.columns / 2
    harness.apply(.input(.mouse(MouseEvent(kind: .press, row: strip.row, column: middle))))
    #expect(Self.page(harness)?.shown == 10)
  }

  @Test func countsAStallWhileItLasts() {
    var harness = Self.opened()
    #expect(harness.screen().contains("stalls 1  deltas"))
    harness.wait(milliseconds: 900)
    harness.apply(.tick)
    _ = harness.screen()
    #expect(Self.page(harness)?.stall == nil)
    for seconds in [2.0, 4] {
      harness.wait(milliseconds: seconds == 2 ? 1_100 : 2_000)
      harness.apply(.tick)
      #expect(harness.screen().contains("stalls 2  silent for \(seconds) s"))
      #expect(Self.page(harness)?.stall?.rounded() == seconds * 1_000)
    }
    harness.receive("on")
    harness.wait(milliseconds: 300)
    harness.receive("and on")
    let screen = harness.screen()
    #expect(Self.page(harness)?.stall == nil)
    #expect(screen.contains("stalls 2  deltas 22"))
  }

  @Test func aReplyThatHasEndedIsNotStalled() {
    var harness = Self.opened()
    harness.wait(milliseconds: 5_000)
    harness.end()
    _ = harness.screen()
    #expect(Self.page(harness)?.stall == nil)
  }
}
