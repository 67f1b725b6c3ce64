import Conversation
import Support
import Testing
import Workbench

@Suite struct TimeRulerScreenTests {
  /// Three lanes: one fast, one that stalls, one that fails; the second goes on to stream.
  private static func harness(rows: Int, columns: Int) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: rows, columns: columns, open: ["fast", "32k", "cloud"])
    harness.say("Which one is best?")
    for request in harness.requests { harness.receive(.phase(.sent), for: request.id) }
    let words = "The first one, as it is the fastest of them all, and *cheap* as well. ".split(
      separator: " "
    )
    for step in 1...60 {
      harness.wait(milliseconds: 50)
      if step > 3 { tell(&harness, 0, "\(words[step % words.count]) ") }
      if step > 9, step % 2 == 0 { tell(&harness, 1, step < 30 ? "hm " : "yes ", step < 30) }
    }
    harness.receive(.ended(.finished(reason: "stop")), for: harness.requests[0].id)
    let refused = ReplyError(kind: .api, source: "openrouter", problem: "429, try later")
    harness.receive(.ended(.failed(refused)), for: harness.requests[2].id)
    harness.wait(milliseconds: 2_500)
    tell(&harness, 1, "and no.")
    return harness
  }

  private static func tell(
    _ harness: inout WorkbenchHarness,
    _ lane: Int,
    _ text: String,
    _ isReasoning: Bool = false
  ) {
    let channel = isReasoning ? Delta.Channel.reasoning : .content
    let delta = Delta(channel: channel, text: text, time: harness.now)
    harness.receive(.delta(delta), for: harness.requests[lane].id)
  }

  private static let sizes = [(40, 120), (24, 80), (12, 40)]

  @Test("the ruler while text streams", arguments: sizes)
  func live(rows: Int, columns: Int) {
    var harness = Self.harness(rows: rows, columns: columns)
    harness.press("^X t")
    expectSnapshot(harness.screen(), named: "ruler-live-\(columns)x\(rows)")
  }

  @Test("the lanes at an earlier moment", arguments: sizes)
  func past(rows: Int, columns: Int) {
    var harness = Self.harness(rows: rows, columns: columns)
    harness.press("^X t { { {")
    expectSnapshot(harness.screen(), named: "ruler-past-\(columns)x\(rows)")
  }
}
