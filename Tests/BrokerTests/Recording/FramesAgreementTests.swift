import Conversation
import Recording
import Support
import Testing

@testable import Broker

/// What the inspector shows as frames is what the stream's own decoder takes for events.
@Suite struct FramesAgreementTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func framesAreTheEventsOfTheDecoder(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "data: {\"é\":1}", "data:x", "data", "\n", "\n\n", "\r", "\r\n\r\n", ": c\n", "{\"a\":1}\n",
      "error: x\n", "event: error\n", "id: 3\n", "odd\n",
    ]
    var log = WireLog(attempt: 1)
    for _ in 0..<40 { log.body += (parts.randomElement(using: &random) ?? "").utf8 }
    log.pieces = [
      Delta.Mark(time: MonotonicTime(nanoseconds: 1), lengthInBytes: log.body.count)
    ]
    var splitter = SSELineSplitter()
    var decoder = SSEEventDecoder()
    var events: [[UInt8]] = []
    log.body.withUnsafeBytes { bytes in
      splitter.feed(bytes) { line in decoder.take(line) { events.append(Array($0.data)) } }
    }
    splitter.finish { line in decoder.take(line) { events.append(Array($0.data)) } }
    decoder.finish { events.append(Array($0.data)) }
    let data = WireFrames(log).frames.map { $0.data(in: log.body) }.filter { !$0.isEmpty }
    #expect(data == events, "\(String(decoding: log.body, as: UTF8.self).debugDescription)")
  }
}
