import Conversation
import Recording
import Support
import Testing

@Suite struct WireFramesTests {
  /// A log of a body that came in pieces, a millisecond apart.
  private static func log(_ pieces: [String]) -> WireLog {
    log(pieces.map { Array($0.utf8) })
  }

  private static func log(_ pieces: [[UInt8]]) -> WireLog {
    var log = WireLog(attempt: 1)
    for (number, piece) in pieces.enumerated() {
      log.body += piece
      let time = MonotonicTime(nanoseconds: UInt64(number + 1) * 1_000_000)
      log.pieces.append(Delta.Mark(time: time, lengthInBytes: piece.count))
    }
    return log
  }

  /// Each frame as its data, its milliseconds, its pieces and its oddities.
  private static func frames(_ pieces: String...) -> [String] {
    let log = log(pieces)
    return WireFrames(log).frames.map { frame in
      let data = String(decoding: frame.data(in: log.body), as: UTF8.self)
      return
        "\(data) \(frame.time.nanoseconds / 1_000_000) \(frame.pieces) \(frame.oddities.rawValue)"
    }
  }

  @Test func endAtBlankLines() {
    #expect(
      Self.frames("data: a\n\ndata:b\r\n\r\n", "data: c\rdata: d\r\r") == [
        "a 1 1 0", "b 1 1 0", "c\nd 2 1 0",
      ]
    )
  }

  @Test func bearTheTimeOfTheirLastByte() {
    #expect(Self.frames("data: a\n", "\ndata", ": b\n\n") == ["a 2 2 0", "b 3 2 0"])
  }

  @Test(
    "tell what is worth a look",
    arguments: [
      (": ping\n\n", WireFrame.Oddity.comment), ("dota: x\n\n", .unknownField),
      ("event: error\ndata: x\n\n", .error), (#"data: {"error":{}}"# + "\n\n", .error),
      ("error: x\n", .error), (#"{"error":"x"}"# + "\n", .error), ("data: x", .unended),
      ("data: x\nid: 1\nretry: 3\nevent: message\n\n", WireFrame.Oddity()),
    ]
  )
  func tell(body: String, oddity: WireFrame.Oddity) {
    #expect(WireFrames(Self.log([body])).frames.map(\.oddities) == [oddity])
  }

  @Test func tellOfCharactersThatAreCutOrNone() {
    let text = Array("data: é\n\n".utf8)
    let cut = Self.log([Array(text.prefix(7)), Array(text.dropFirst(7))])
    #expect(WireFrames(cut).frames.map(\.oddities) == [.splitCharacter])
    let broken = Self.log([Array("data: ".utf8) + [0xC3, 0x0A, 0x0A]])
    #expect(WireFrames(broken).frames.map(\.oddities) == [.invalidText])
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func areTheSameHoweverTheBodyGrows(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = ["data: é", "\n", "\r", "\r\n", ": c", "{\"a\":1}", "error: x", "\u{FEFF}", "x"]
    let bytes = (0..<60).flatMap { _ in Array((parts.randomElement(using: &random) ?? "").utf8) }
    var pieces: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      pieces.append(Array(rest.prefix(Int.random(in: 1...12, using: &random))))
      rest = rest.dropFirst(pieces[pieces.count - 1].count)
    }
    let log = Self.log(pieces)
    var grown = WireFrames()
    for count in pieces.indices { grown.read(Self.log(Array(pieces[...count]))) }
    grown.finish(log)
    let whole = WireFrames(log)
    #expect(grown.frames == whole.frames)
    let covered = whole.frames.flatMap { Array(log.body[$0.bytes]) }
    #expect(covered.filter { $0 > 13 } == bytes.filter { $0 > 13 })
    #expect(zip(whole.frames, whole.frames.dropFirst()).allSatisfy { $0.time <= $1.time })
  }
}
