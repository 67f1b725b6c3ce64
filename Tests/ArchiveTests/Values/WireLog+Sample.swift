import Conversation
import Support

extension WireLog {
  /// A log whose bytes cannot be compressed, with two pieces.
  static func sample(seed: UInt64, bodyBytes count: Int = 1_000) -> WireLog {
    var random = SeededGenerator(seed: seed)
    var log = WireLog(attempt: 1)
    log.request = WireLog.Request(
      url: "http://box/v1/chat/completions",
      fields: [WireLog.Field("Content-Type", "application/json")],
      body: Array("{\"n\":\(seed)}".utf8)
    )
    log.response = WireLog.Response(
      time: MonotonicTime(nanoseconds: 7),
      status: 200,
      fields: [WireLog.Field("Server", "box")]
    )
    log.body = (0..<count).map { _ in .random(in: 0...255, using: &random) }
    log.pieces = [
      Delta.Mark(time: MonotonicTime(nanoseconds: 8), lengthInBytes: count / 2),
      Delta.Mark(time: MonotonicTime(nanoseconds: 1_000_000_009), lengthInBytes: count - count / 2),
    ]
    return log
  }

  /// What is left of it when its bytes are dropped.
  var withoutBytes: WireLog {
    var log = self
    log.request?.body = []
    log.body = []
    return log
  }
}
