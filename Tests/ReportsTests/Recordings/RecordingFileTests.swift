import Conversation
import Reports
import Testing

@Suite struct RecordingFileTests {
  private static let preset = Preset(
    name: "fast",
    endpoint: Endpoint(name: "box", url: "http://box/v1", key: .environment("KEY")),
    model: "m"
  )

  private static func recorded() -> RecordedReply {
    var log = WireLog(attempt: 2)
    log.request = WireLog.Request(
      url: "http://box/v1/chat/completions",
      fields: [WireLog.Field("Authorization", "Bearer •••")],
      body: Array(#"{"model":"m"}"#.utf8)
    )
    log.response = WireLog.Response(
      time: MonotonicTime(nanoseconds: 900),
      status: 200,
      fields: [WireLog.Field("Content-Type", "text/event-stream")]
    )
    let pieces: [[UInt8]] = [
      Array("data: é".utf8), Array("data: ".utf8) + [0xC3], [0xA9, 0x0A, 0x0A], [],
      Array("\u{1B}[31m\u{202E}\n".utf8),
    ]
    for (number, piece) in pieces.enumerated() {
      log.body += piece
      let time = MonotonicTime(nanoseconds: UInt64(number + 1) * 1_000)
      log.pieces.append(Delta.Mark(time: time, lengthInBytes: piece.count))
    }
    var reply = RecordedReply(
      preset: preset,
      prompt: "Count",
      asked: WallTime(milliseconds: 1_700_000_000_123),
      log: log
    )
    reply.sent = MonotonicTime(nanoseconds: 500)
    reply.ended = MonotonicTime(nanoseconds: 9_000)
    reply.ending = .finished(reason: "stop")
    return reply
  }

  private static func read(_ text: String) throws(RecordingFileError) -> [RecordedReply] {
    let bytes = Array(text.utf8)
    let result = bytes.withUnsafeBytes { view in
      Result { () throws(RecordingFileError) in try RecordingFile.replies(in: view) }
    }
    return try result.get()
  }

  @Test func comesBackByteForByte() throws {
    let reply = Self.recorded()
    var failed = reply
    failed.ending = .failed(ReplyError(kind: .transport, source: "box", problem: "reset"))
    #expect(try Self.read(reply.lines + "\n" + failed.lines) == [reply, failed])
  }

  @Test(
    "is cut off where the connection broke",
    arguments: [
      (Ending.finished(reason: nil), false), (.incomplete, false), (.cancelled, true),
      (.failed(ReplyError(kind: .transport, source: "box", problem: "reset")), true),
      (.failed(ReplyError(kind: .api, source: "box", problem: "busy")), false),
    ]
  )
  func isCutOff(ending: Ending, isCutOff: Bool) {
    var reply = Self.recorded()
    reply.ending = ending
    #expect(reply.isCutOff == isCutOff)
  }

  @Test func holdsNothingThatATerminalObeys() {
    let lines = Self.recorded().lines
    #expect(lines.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0 != "\u{202E}" })
  }

  @Test(
    "names the line that is wrong",
    arguments: [
      ("", "holds no recording of weir's"), ("{", "line 1: no JSON object, or cut off"),
      ("\n{}", "line 2: what comes before a recording's head"),
      (#"{"recording":9}"#, "line 1: form 9 is of a newer weir; this one reads 1"),
      (
        #"{"recording":1}"#,
        "line 1: a recording without a preset that has a name, an endpoint and a model"
      ),
    ]
  )
  func namesTheLine(text: String, problem: String) {
    #expect(throws: RecordingFileError.self) { try Self.read(text) }
    do throws(RecordingFileError) { _ = try Self.read(text) } catch {
      #expect(error.errorDescription == problem)
    }
  }

  @Test(
    "names a line that is no part of a recording",
    arguments: [
      #"{"at_ns":-5,"text":"x"}"#, #"{"at_ns":9223372036854775807,"text":"x"}"#,
      #"{"response":200,"at_ns":9223372036854775807}"#,
    ]
  )
  func namesALineThatIsNoPartOfARecording(line: String) {
    let head = Self.recorded().lines.split(separator: "\n")[0]
    do throws(RecordingFileError) {
      _ = try Self.read("\(head)\n\(line)")
      Issue.record("was read")
    } catch {
      #expect(error.line == 2)
    }
  }

  @Test func leavesOutTimesOfAnEndThatNoAnswerTakes() throws {
    let head = Self.recorded().lines.split(separator: "\n")[0]
    let end = #"{"end":"finished","sent_ns":9223372036854775807,"ended_ns":9223372036854775807}"#
    let reply = try #require(try Self.read("\(head)\n\(end)").first)
    #expect(reply.sent == nil)
    #expect(reply.ended == nil)
  }

  @Test func letsTimesOnlyGoForward() throws {
    let head = Self.recorded().lines.split(separator: "\n")[0]
    let pieces = #"{"at_ns":9,"text":"a"}"# + "\n" + #"{"at_ns":3,"text":"b"}"#
    let reply = try #require(try Self.read("\(head)\n\(pieces)").first)
    #expect(reply.log.pieces.map(\.time.nanoseconds) == [9, 9])
    #expect(reply.isCutOff)
  }
}
