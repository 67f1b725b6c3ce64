import Support

/// Streamed answers as the scripts of a loopback server.
enum Answers {
  /// A whole answer of these pieces.
  static func whole(_ pieces: String...) -> [LoopbackServer.Step] {
    [.request, .send(begin(pieces)), .send(end)]
  }

  /// An answer that pauses after its first piece until the latch is opened.
  static func paused(
    _ first: String,
    until latch: Latch,
    then rest: String
  )
    -> [LoopbackServer.Step]
  {
    [.request, .send(begin([first])), .wait(latch), .send(pieces([rest])), .send(end)]
  }

  /// An answer that begins and then says nothing until the client goes.
  static func stalled(_ first: String) -> [LoopbackServer.Step] {
    [.request, .send(begin([first])), .untilClosed]
  }

  /// The head of an event stream and its first pieces.
  static func begin(_ first: [String]) -> [UInt8] {
    Array(LoopbackAnswer.stream(first.map(LoopbackAnswer.chunk)).utf8)
  }

  static func pieces(_ pieces: [String]) -> [UInt8] {
    pieces.flatMap { Array("data: \(LoopbackAnswer.chunk($0))\n\n".utf8) }
  }

  static var end: [UInt8] { Array("data: \(LoopbackAnswer.finish())\n\ndata: [DONE]\n\n".utf8) }
}
