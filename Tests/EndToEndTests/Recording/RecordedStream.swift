import Broker
import Conversation
import Reports
import Support

/// A stream of events as a server may have sent it, cut by the network anywhere; the same for the same seed.
struct RecordedStream {
  /// What is wrong with it.
  enum Kind: CaseIterable {
    case sound, cutOff, reset, garbage, giantFrame, escapes, brokenUTF8, refused, silent, endless
  }

  private(set) var reply: RecordedReply

  init(
    _ kind: Kind = .sound,
    seed: UInt64,
    of preset: Preset = WorkbenchHarness.presets[0],
    prompt: String = "Tell me"
  ) {
    var random = SeededGenerator(seed: seed)
    var log = WireLog(attempt: 1)
    var time: UInt64 = 40_000_000
    log.request = WireLog.Request(url: preset.endpoint.url, fields: [], body: Array("{}".utf8))
    if kind != .silent {
      log.response = WireLog.Response(
        time: MonotonicTime(nanoseconds: time),
        status: kind == .refused ? 503 : 200,
        fields: [WireLog.Field("Content-Type", "text/event-stream")]
      )
      log.body = Self.body(kind, using: &random)
    }
    var left = log.body.count
    while left > 0 {
      let most = kind == .giantFrame ? 60_000 : 150
      let length = min(left, Int.random(in: 1...most, using: &random))
      time += UInt64.random(in: 0...90_000_000, using: &random)
      if kind == .endless { time += 1 << 50 }
      let at = MonotonicTime(nanoseconds: time)
      log.pieces.append(Delta.Mark(time: at, lengthInBytes: length))
      left -= length
    }
    reply = RecordedReply(
      preset: preset,
      prompt: prompt,
      asked: WallTime(milliseconds: 1_000),
      log: log
    )
    reply.sent = MonotonicTime(nanoseconds: 1_000_000)
    reply.ended = MonotonicTime(nanoseconds: time + 5_000_000)
    reply.ending = Self.ending(kind)
  }

  /// `nil` where the bytes say it.
  private static func ending(_ kind: Kind) -> Ending? {
    guard kind == .reset || kind == .silent else { return nil }
    let problem = "the connection was closed in mid-answer"
    return .failed(ReplyError(kind: .transport, source: "server", problem: problem))
  }

  private static func body(_ kind: Kind, using random: inout SeededGenerator) -> [UInt8] {
    var body: [UInt8] = []
    func add(_ text: String) { body += Array(text.utf8) }
    if kind == .refused { return Array("{\"error\":{\"message\":\"\u{1B}[31mno\"}}".utf8) }
    add("data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n")
    for step in 0..<Int.random(in: 20...50, using: &random) {
      let isThought = step < 5
      var text = words(step, kind, using: &random)
      if kind == .giantFrame, step == 7 { text = String(repeating: "giant ", count: 30_000) }
      let name = isThought ? "reasoning_content" : "content"
      let member = JSONValue.object(JSONObject([(name, .string(text))])).text
      add("data: {\"choices\":[{\"delta\":\(member)}]}\n\n")
      if step % 9 == 4 { add(": keep-alive\r\n\r\n") }
      if kind == .garbage, step % 6 == 5 {
        body += (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) } + [10]
      }
      if kind == .brokenUTF8, step % 5 == 3 {
        add("data: {\"choices\":[{\"delta\":{\"content\":\"")
        body += [0xE6, 0xBC, 0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80]
        add("\"}}]}\n\n")
      }
    }
    switch kind {
    case .cutOff: return Array(body.prefix(body.count * 2 / 3))
    case .reset: return Array(body.dropLast(17))
    default: break
    }
    add("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n")
    add("data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":50}}\n\n")
    add("data: [DONE]\n\n")
    return body
  }

  private static func words(
    _ step: Int,
    _ kind: Kind,
    using random: inout SeededGenerator
  ) -> String {
    if kind == .escapes {
      return "\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}31m\u{202E}\u{200D}\u{0} \(step)\r\n"
    }
    let parts = [
      "**bold** ", "\n\n- item ", "`code` ", "漢字 ", "\n```swift\nlet a = 1\n```\n", "word ",
      "word ",
      "\n\n## Part \(step)\n\n", "| a | b |\n|---|---|\n| 1 | 2 |\n\n", "$x^2$ ", "é👍🏽 ",
    ]
    let part = parts.randomElement(using: &random) ?? ""
    return part + String.randomNasty(scalars: kind == .sound ? 2 : 6, using: &random)
  }
}
