import Conversation
import Support
import Testing

@testable import Workbench

/// ^X Space: a live stream held on screen, stepped through and caught up with.
@Suite struct FreezingTests {
  private typealias Streams = PlayingTests

  /// Twenty numbers came, one every 100 ms; then the screen stands still while ten more come.
  private static func frozen(open: [String] = []) -> WorkbenchHarness {
    var harness = Streams.streaming(open: open)
    harness.press("^X Space")
    arrive(&harness, 21...30)
    return harness
  }

  private static func arrive(_ harness: inout WorkbenchHarness, _ numbers: ClosedRange<Int>) {
    for number in numbers {
      harness.wait(milliseconds: 100)
      Streams.tell(&harness, "\(number) ")
      harness.apply(.tick)
      _ = harness.frame()
    }
  }

  @Test("holds what is shown while more arrives", arguments: [[], ["fast", "32k"]])
  func freezes(open: [String]) {
    var harness = Self.frozen(open: open)
    let lanes = harness.state.conversation.lanes.count
    #expect(Streams.counts(&harness) == Array(repeating: 20, count: lanes))
    #expect(harness.state.lag == WorkbenchState.Lag(nanoseconds: 1_000_000_000, deltas: 10))
    let screen = harness.screen()
    #expect(screen.contains("\u{2016} frozen at 2.00 s, 1.00 s and 10 deltas behind"))
    #expect(screen.contains("c catch up  Esc live"))
    #expect(harness.state.conversation.isStreaming)
  }

  @Test func showsAllAtOnceWhenItIsLiveAgain() {
    var harness = Self.frozen()
    harness.press("^X Space")
    #expect(Streams.counts(&harness) == [30])
    #expect(harness.state.conversation.ruler == nil)
    #expect(harness.screen().contains("\u{25CF} streaming"))
    harness.type("so")
    #expect(harness.state.prompt.editor.text == "so")
  }

  @Test("goes live again by the ruler's keys", arguments: ["End", "Esc"])
  func goesLive(key: String) {
    var harness = Self.frozen()
    harness.press(key)
    #expect(Streams.counts(&harness) == [30])
    #expect(harness.state.conversation.ruler == nil)
    #expect(harness.state.conversation.isStreaming)
  }

  @Test func stepsByDelta() {
    var harness = Self.frozen()
    harness.press(". .")
    #expect(Streams.counts(&harness) == [22])
    harness.press(", , ,")
    #expect(Streams.counts(&harness) == [19])
  }

  @Test func aStepBeyondWhatHasComeStaysFrozen() {
    var harness = Self.frozen()
    harness.press(". . . . . . . . . . .")
    #expect(Streams.counts(&harness) == [30])
    #expect(harness.state.isInPast)
    #expect(harness.screen().contains("nothing has come after this yet"))
    Self.arrive(&harness, 31...31)
    #expect(Streams.counts(&harness) == [30])
  }

  @Test func staysAsFarBehindAtRealTime() {
    var harness = Self.frozen()
    harness.press("Space")
    Self.arrive(&harness, 31...40)
    #expect(Streams.counts(&harness) == [30])
    #expect(harness.state.lag == WorkbenchState.Lag(nanoseconds: 1_000_000_000, deltas: 10))
    #expect(harness.screen().contains("\u{25B8} playing 1x at 3.00 s, 1.00 s and 10 deltas behind"))
  }

  @Test func fallsBehindInSlowMotion() {
    var harness = Self.frozen()
    harness.press("2 Space")
    Self.arrive(&harness, 31...40)
    #expect(Streams.counts(&harness) == [25])
    #expect(harness.state.lag == WorkbenchState.Lag(nanoseconds: 1_500_000_000, deltas: 15))
  }

  @Test func isLiveAgainOnceItHasCaughtUp() {
    var harness = Self.frozen()
    harness.press("3 Space")
    Self.arrive(&harness, 31...35)
    #expect(Streams.counts(&harness) == [30])
    Self.arrive(&harness, 36...41)
    #expect(Streams.counts(&harness) == [41])
    #expect(!harness.state.isInPast)
    Self.arrive(&harness, 42...43)
    #expect(Streams.counts(&harness) == [43])
  }

  @Test func catchesUpWithOneKey() {
    var harness = Self.frozen()
    harness.press("c")
    #expect(harness.screen().contains("playing 2x"))
    Self.arrive(&harness, 31...41)
    #expect(Streams.counts(&harness) == [41])
    #expect(harness.state.conversation.ruler == nil)
  }

  @Test func catchesUpFasterTheFartherItIsBehind() {
    var harness = Self.frozen()
    harness.wait(milliseconds: 60_000)
    harness.press("c")
    #expect(harness.screen().contains("playing 50x"))
  }

  @Test func theEndOfTheStreamIsToBeSeenLater() {
    var harness = Self.frozen()
    for request in harness.requests {
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
    #expect(Streams.counts(&harness) == [20])
    #expect(harness.screen().contains("\u{2016} standing at 2.00 s of 3.00 s"))
    harness.press("c")
    harness.wait(milliseconds: 1_000)
    harness.apply(.tick)
    #expect(Streams.counts(&harness) == [30])
    #expect(harness.screen().contains("\u{2713} stop"))
  }

  @Test func keepsARulerThatWasAskedFor() {
    var harness = Streams.streaming()
    harness.press("^X t ^X Space")
    Self.arrive(&harness, 21...30)
    #expect(Streams.counts(&harness) == [20])
    harness.press("^X Space")
    #expect(Streams.counts(&harness) == [30])
    #expect(harness.state.conversation.ruler != nil)
  }

  @Test func holdsTheViewWhereItIsRead() {
    var harness = WorkbenchHarness(rows: 20, columns: 80)
    harness.say("hi")
    for _ in 0..<40 {
      harness.wait(milliseconds: 100)
      harness.receive("a line\n\n")
    }
    _ = harness.frame()
    harness.press("Tab g")
    _ = harness.frame()
    let before = harness.state.conversation.lanes[0].scroll
    harness.press("^X Space")
    _ = harness.frame()
    #expect(harness.state.isInPast)
    #expect(harness.state.conversation.lanes[0].scroll == before)
  }

  @Test func saysThatNothingStreams() {
    var harness = Streams.ended()
    harness.press("^X Space")
    #expect(!harness.state.isInPast)
    #expect(harness.screen().contains("nothing streams here; ^X t shows"))
  }

  @Test("fits any screen", arguments: [(24, 80), (12, 40), (6, 20), (1, 1)])
  func fits(rows: Int, columns: Int) {
    var harness = Self.frozen()
    harness.apply(.resized(ScreenSize(rows: rows, columns: columns)))
    #expect(harness.screen().split(separator: "\n").count <= rows)
  }
}
