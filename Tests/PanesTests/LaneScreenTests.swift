import Conversation
import Support
import Testing
import Workbench

@Suite struct LaneScreenTests {
  private static let names = [
    "fast", "32k", "cloud", "qwen3-30b-a3b-instruct", "deepseek-r1-distill-qwen", "phi-4",
    "mistral-small-3.2", "gpt-oss-20b",
  ]
  private static let sizes = [(50, 200), (40, 120), (24, 80)]
  private static let answer = """
    It depends on **what you measure**. Three things matter most:

    1. how soon the first word comes,
    2. how fast the rest follows,
    3. and whether it is *right*.

    ```swift
    let rate = Double(count - 1) / seconds
    ```

    | preset | TTFT |
    | --- | ---: |
    | small | 80 ms |
    | large | 910 ms |

    Ask both, and read.
    """

  /// Lanes in every state: ended, streaming, thinking, failed, waiting, stopped.
  private static func harness(lanes: Int, rows: Int, columns: Int) -> WorkbenchHarness {
    let endpoint = WorkbenchHarness.presets[0].endpoint
    let names = names.prefix(lanes)
    var harness = WorkbenchHarness(
      rows: rows,
      columns: columns,
      presets: names.map { Preset(name: $0, endpoint: endpoint, model: $0) },
      open: Array(names)
    )
    harness.say("Which one is best?")
    for request in harness.requests { harness.receive(.phase(.sent), for: request.id) }
    let words = answer.split(separator: " ", omittingEmptySubsequences: false)
    for lane in 0..<lanes where lane % 4 != 3 {
      harness.wait(milliseconds: 90)
      let request = harness.requests[lane].id
      if lane % 4 == 1 { tell(&harness, "The user asks for one. ", request, .reasoning) }
      for word in words.prefix(lane == 0 ? words.count : 40 - 3 * lane) {
        harness.wait(milliseconds: 10)
        tell(&harness, word + " ", request)
      }
    }
    for (lane, ending) in endings where lane < lanes {
      harness.receive(.ended(ending), for: harness.requests[lane].id)
    }
    return harness
  }

  private static let endings: [(Int, Ending)] = [
    (0, .finished(reason: "stop")),
    (2, .failed(ReplyError(kind: .api, source: "openrouter", problem: "429, try later"))),
    (5, .cancelled),
    (6, .finished(reason: "length")),
  ]

  private static func tell(
    _ harness: inout WorkbenchHarness,
    _ text: some StringProtocol,
    _ request: RequestID,
    _ channel: Delta.Channel = .content
  ) {
    let delta = Delta(channel: channel, text: String(text), time: harness.now)
    harness.receive(.delta(delta), for: request)
  }

  @Test("lanes in every state", arguments: [2, 3, 5, 8], sizes)
  func lanes(_ lanes: Int, size: (rows: Int, columns: Int)) {
    var harness = Self.harness(lanes: lanes, rows: size.rows, columns: size.columns)
    expectSnapshot(harness.screen(), named: "\(lanes)-lanes-\(size.columns)x\(size.rows)")
  }
}
