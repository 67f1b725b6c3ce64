import Conversation
import Recording
import Support
import Testing

@Suite struct CompactRecordingTests {
  private static func log(seed: UInt64) -> WireLog {
    var random = SeededGenerator(seed: seed)
    var log = WireLog(attempt: Int.random(in: 1...3, using: &random))
    if Bool.random(using: &random) {
      log.request = WireLog.Request(
        url: "http://box/v1/chat/completions?api-version=\(seed)",
        fields: [WireLog.Field("Content-Type", "application/json"), WireLog.Field("Ä", "")],
        body: Array("{\"model\":\"m\"}".utf8)
      )
    }
    if Bool.random(using: &random) {
      log.response = WireLog.Response(
        time: MonotonicTime(nanoseconds: .random(in: 0...UInt64(1e10), using: &random)),
        status: 200,
        fields: [WireLog.Field("Server", "\u{1F41F}")]
      )
    }
    var time: UInt64 = 0
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let piece = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      time += .random(in: 0...UInt64(1e9), using: &random)
      log.body += piece
      log.pieces.append(
        Delta.Mark(time: MonotonicTime(nanoseconds: time), lengthInBytes: piece.count)
      )
    }
    return log
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func comesBackAsItWas(seed: UInt64) {
    let log = Self.log(seed: seed)
    #expect(CompactRecording(log).log == log)
  }

  @Test func keepsTheTimesWhenTheBytesAreDropped() {
    var log = Self.log(seed: 3)
    var compact = CompactRecording(log)
    compact.raw = nil
    log.request?.body = []
    log.body = []
    #expect(compact.log == log)
  }

  @Test("reads damaged bytes as none, and never traps", arguments: 0..<60 as Range<UInt64>)
  func refusesDamage(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let compact = CompactRecording(Self.log(seed: seed))
    let raw = try #require(compact.raw)
    #expect(CompactRecording(outline: Array(compact.outline.dropLast()), raw: raw).log == nil)
    #expect(CompactRecording(outline: compact.outline + [0], raw: raw).log == nil)
    #expect(CompactRecording(outline: [9] + compact.outline.dropFirst(), raw: raw).log == nil)
    #expect(CompactRecording(outline: compact.outline, raw: Array(raw.dropLast())).log == nil)
    #expect(CompactRecording(outline: compact.outline, raw: []).log == nil)
    var outline = compact.outline
    outline[Int.random(in: 0..<outline.count, using: &random)] ^=
      UInt8(1) << UInt8.random(in: 0...7, using: &random)
    _ = CompactRecording(outline: outline, raw: raw).log
  }

  @Test func isMuchSmallerThanAnEventStream() throws {
    var log = WireLog(attempt: 1)
    for number in 0..<1_000 {
      let frame =
        #"data: {"id":"x","choices":[{"index":0,"delta":{"content":"word\#(number)"}}]}"# + "\n\n"
      log.body += frame.utf8
      log.pieces.append(
        Delta.Mark(
          time: MonotonicTime(nanoseconds: UInt64(number) * 20_000_000),
          lengthInBytes: frame.utf8.count
        )
      )
    }
    let compact = CompactRecording(log)
    #expect(try #require(compact.raw).count * 8 < log.body.count)
    #expect(compact.outline.count < 7 * 1_000)
  }
}
