import Conversation
import Support
import Testing
import Workbench

@Suite struct InspectorScreenTests {
  /// A reply that thinks, stalls and answers, in pieces that come alone and together.
  static func harness(rows: Int, columns: Int) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.say("Why is a weir not a dam?")
    guard let request = harness.requests.last?.id else { return harness }
    harness.wait(milliseconds: 38)
    harness.receive(.phase(.sent), for: request)
    harness.wait(milliseconds: 61)
    let connection = ConnectionTiming(
      isReused: false,
      nameLookup: 1.4,
      connect: 9.5,
      tls: 33,
      requestSent: 33.2,
      firstByte: 94
    )
    harness.receive(.connection(connection), for: request)
    harness.receive(.phase(.answering), for: request)
    let progress = PrefillProgress(total: 212, cached: 140, processed: 212, milliseconds: 81)
    harness.receive(.prefill(progress), for: request)
    harness.wait(milliseconds: 90)
    let words = "Water flows over a weir, all the time; a dam holds it back. ".split(separator: " ")
    for step in 0..<140 {
      harness.wait(
        milliseconds: step == 70 ? 1_800 : step % 9 == 4 ? 0 : 12 + Double(step * 7 % 23)
      )
      let delta = Delta(
        channel: step < 30 ? .reasoning : .content,
        text: "\(words[step % words.count]) ",
        time: harness.now
      )
      harness.receive(.delta(delta), for: request)
    }
    return harness
  }

  static func end(_ harness: inout WorkbenchHarness) {
    guard let request = harness.requests.last?.id else { return }
    harness.receive(.usage(Usage(promptTokens: 212, completionTokens: 154)), for: request)
    var timings = ServerTimings()
    timings.promptTokens = 72
    timings.promptMilliseconds = 81
    timings.predictedTokens = 154
    timings.predictedMilliseconds = 3_190
    timings.predictedTokensPerSecond = 48.2
    harness.receive(.serverTimings(timings), for: request)
    harness.wait(milliseconds: 2)
    harness.receive(.ended(.finished(reason: "stop")), for: request)
  }

  /// What goes over the wire for two words, with a comment, a field that nobody knows and a character that is cut.
  static func recorded(_ harness: inout WorkbenchHarness) {
    guard let request = harness.requests.last?.id else { return }
    var log = WireLog(attempt: 1)
    log.request = WireLog.Request(
      url: "http://hossenfelder:8080/v1/chat/completions",
      fields: [WireLog.Field("Authorization", "Bearer •••")],
      body: Array("{}".utf8)
    )
    log.response = WireLog.Response(
      time: harness.now,
      status: 200,
      fields: [WireLog.Field("Content-Type", "text/event-stream")]
    )
    harness.receive(.wire(log), for: request)
    let chunk = Array(#"data: {"choices":[{"delta":{"content":"wéir \u{1B}[31m"}}]}"#.utf8)
    let cut = (chunk.firstIndex { $0 > 0x7F } ?? 0) + 1
    let pieces = [
      Array(": ping\n\n".utf8), Array(chunk[..<cut]), Array(chunk[cut...]) + [10, 10],
      Array("odd: field\ndata: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n".utf8),
      Array("data: [DONE]\n\n".utf8),
    ]
    for piece in pieces {
      harness.wait(milliseconds: 17)
      var next = WireLog(attempt: 1)
      next.body = piece
      next.pieces = [Delta.Mark(time: harness.now, lengthInBytes: piece.count)]
      harness.receive(.wire(next), for: request)
    }
  }

  @Test("what went over the wire", arguments: sizes)
  func raw(rows: Int, columns: Int) {
    var harness = Self.harness(rows: rows, columns: columns)
    Self.recorded(&harness)
    harness.press("Esc F4 Tab Tab")
    expectSnapshot(harness.screen(), named: "inspector-raw-\(columns)x\(rows)")
    harness.press("{ {")
    expectSnapshot(harness.screen(), named: "inspector-raw-odd-\(columns)x\(rows)")
    harness.press("s")
    expectSnapshot(harness.screen(), named: "inspector-raw-heads-\(columns)x\(rows)")
  }

  private static let sizes = [(40, 120), (24, 80), (12, 40)]

  @Test("where the time went", arguments: sizes)
  func time(rows: Int, columns: Int) {
    var harness = Self.harness(rows: rows, columns: columns)
    Self.end(&harness)
    harness.press("F4")
    expectSnapshot(harness.screen(), named: "inspector-time-\(columns)x\(rows)")
  }

  @Test("the gaps while text streams", arguments: sizes)
  func gaps(rows: Int, columns: Int) {
    var harness = Self.harness(rows: rows, columns: columns)
    harness.press("F4 Tab")
    _ = harness.screen()
    harness.press("{ h h")
    expectSnapshot(harness.screen(), named: "inspector-gaps-\(columns)x\(rows)")
  }

  @Test("the gaps in slices of time, and a stall that lasts", arguments: sizes)
  func slices(rows: Int, columns: Int) {
    var harness = Self.harness(rows: rows, columns: columns)
    harness.press("F4 Tab t")
    harness.wait(milliseconds: 1_700)
    harness.apply(.tick)
    expectSnapshot(harness.screen(), named: "inspector-slices-\(columns)x\(rows)")
    harness.press("t")
    expectSnapshot(harness.screen(), named: "inspector-stall-\(columns)x\(rows)")
  }

  @Test("a search through the frames, of those with text", arguments: sizes)
  func searchedFrames(rows: Int, columns: Int) {
    var harness = Self.harness(rows: rows, columns: columns)
    Self.recorded(&harness)
    harness.press("Esc F4 Tab Tab f /")
    harness.type("choices")
    expectSnapshot(harness.screen(), named: "inspector-raw-search-\(columns)x\(rows)")
    harness.press("Enter")
    expectSnapshot(harness.screen(), named: "inspector-raw-found-\(columns)x\(rows)")
  }

  @Test("tokens with their probabilities", arguments: sizes)
  func tokens(rows: Int, columns: Int) {
    var harness = WorkbenchHarness(rows: rows, columns: columns)
    harness.say("What is a weir?")
    guard let request = harness.requests.last?.id else { return }
    let words: [(String, Double)] = [
      ("A", -0.02), (" we", -0.4), ("ir", -0.001), (" is", -0.05), (" a", -0.3), (" \u{1B}[2J", -4),
      (" low", -1.2), (" dam", -0.02), (".\n", -0.6), ("Wa", -2.9), ("ter", -0.01),
    ]
    for (text, logProb) in words {
      harness.wait(milliseconds: 20)
      harness.receive(.delta(Delta(channel: .content, text: text, time: harness.now)), for: request)
      let others: [TokenLogProb.Alternative] = [
        .init(token: text, logProb: logProb), .init(token: " barrier", logProb: -2.1),
        .init(token: "\u{202E}evil", logProb: -5),
      ]
      let token = TokenLogProb(token: text, logProb: logProb, alternatives: others)
      harness.receive(.logProbs([token]), for: request)
    }
    harness.press("F4 Shift-Tab")
    _ = harness.screen()
    harness.press("{ h h h")
    expectSnapshot(harness.screen(), named: "inspector-tokens-\(columns)x\(rows)")
  }

  @Test("deltas, where there are no log-probs", arguments: sizes)
  func deltas(rows: Int, columns: Int) {
    var harness = Self.harness(rows: rows, columns: columns)
    harness.press("F4 Shift-Tab")
    expectSnapshot(harness.screen(), named: "inspector-deltas-\(columns)x\(rows)")
  }

  @Test func drawsAtAnySize() {
    for rows in stride(from: 1, through: 30, by: 2) {
      for columns in stride(from: 1, through: 130, by: 11) {
        var harness = WorkbenchHarness(rows: 40, columns: 120)
        harness.say("hi")
        harness.receive("text")
        let token = TokenLogProb(token: "text", logProb: -1)
        if let request = harness.requests.last?.id, rows % 4 == 1 {
          harness.receive(.logProbs([token]), for: request)
        }
        harness.apply(.resized(ScreenSize(rows: rows, columns: columns)))
        harness.press("F4")
        for _ in Inspector.Page.allCases {
          #expect(harness.screen().split(separator: "\n").count <= rows)
          harness.press("Tab")
        }
      }
    }
  }
}
