import Conversation
import Support
import Testing
import Workbench

/// The time ruler's clock: its speeds, in one lane as in several.
@Suite struct PlayingTests {
  /// One lane that says a number every 100 ms.
  static func streaming(deltas: Int = 20, open: [String] = []) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 30, columns: 120, open: open)
    harness.say("hi")
    for request in harness.requests { harness.receive(.phase(.sent), for: request.id) }
    for number in 1...deltas {
      harness.wait(milliseconds: 100)
      tell(&harness, "\(number) ")
    }
    return harness
  }

  static func tell(_ harness: inout WorkbenchHarness, _ text: String) {
    for request in harness.requests {
      let delta = Delta(channel: .content, text: text, time: harness.now)
      harness.receive(.delta(delta), for: request.id)
    }
  }

  static func ended(open: [String] = []) -> WorkbenchHarness {
    var harness = streaming(open: open)
    for request in harness.requests {
      harness.receive(.ended(.finished(reason: "stop")), for: request.id)
    }
    return harness
  }

  /// How many numbers each lane shows.
  static func counts(_ harness: inout WorkbenchHarness) -> [Int] {
    _ = harness.frame()
    let tree = harness.state.shownTree
    return harness.state.conversation.lanes.compactMap { lane in
      lane.text.path.last.map { tree[$0].content.split(separator: " ").count }
    }
  }

  private static func pass(_ harness: inout WorkbenchHarness, milliseconds: Double) {
    harness.wait(milliseconds: milliseconds)
    harness.apply(.tick)
  }

  @Test(
    "plays as fast as the key says",
    arguments: zip(
      ["0", "1", "2", "3", "4", "+", "-"],
      [(1, 500), (0.1, 5_000), (0.5, 1_000), (2, 250), (10, 50), (2, 250), (0.5, 1_000)]
    )
  )
  func speeds(key: String, speed: (factor: Double, milliseconds: Double)) {
    var harness = Self.ended(open: ["fast", "32k"])
    harness.press("^X t \(key) Home Space")
    Self.pass(&harness, milliseconds: speed.milliseconds + 1)
    #expect(Self.counts(&harness) == [5, 5])
    let text = speed.factor < 1 ? "\(speed.factor)x" : "\(Int(speed.factor))x"
    #expect(harness.screen().contains("playing \(text)"))
  }

  @Test func keepsTheMomentWhenTheSpeedChanges() {
    var harness = Self.ended()
    harness.press("^X t Space")
    Self.pass(&harness, milliseconds: 301)
    #expect(Self.counts(&harness) == [3])
    harness.press("4")
    #expect(Self.counts(&harness) == [3])
    Self.pass(&harness, milliseconds: 50)
    #expect(Self.counts(&harness) == [8])
    harness.press("1")
    Self.pass(&harness, milliseconds: 500)
    #expect(Self.counts(&harness) == [8])
    Self.pass(&harness, milliseconds: 500)
    #expect(Self.counts(&harness) == [9])
  }

  @Test func aSpeedChosenWhileItStandsIsForLater() {
    var harness = Self.ended()
    harness.press("^X t 3")
    #expect(!harness.state.isInPast)
    #expect(harness.screen().contains("Space plays at 2x"))
    harness.press("Space")
    Self.pass(&harness, milliseconds: 200)
    #expect(Self.counts(&harness) == [4])
  }

  @Test func playsToTheEndAndStops() {
    var harness = Self.ended()
    harness.press("^X t 5 Space")
    Self.pass(&harness, milliseconds: 20)
    #expect(Self.counts(&harness) == [20])
    #expect(!harness.state.isInPast)
    #expect(harness.state.nextTick == nil)
  }

  @Test func digitsStillChooseLanesWithAlt() {
    var harness = Self.ended(open: ["fast", "32k"])
    harness.press("^X t 2")
    #expect(harness.state.conversation.focused == 0)
    harness.press("Alt-2")
    #expect(harness.state.conversation.focused == 1)
    harness.press("Esc Alt-1")
    #expect(harness.state.conversation.focused == 0)
    #expect(harness.screen().contains("Alt-1 lane 1") == false)
  }
}
