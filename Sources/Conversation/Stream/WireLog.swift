/// What went over the wire in one attempt of a request: what was sent, the response's head, and the body as it came.
///
/// Keys never reach it. All else is as the server sent it, so it is text from outside.
package struct WireLog: Sendable, Hashable {
  /// A header.
  package struct Field: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What was sent.
  package struct Request: Sendable, Hashable {
    package var url: String
    package var fields: [Field]
    package var body: [UInt8]

    package init(url: String, fields: [Field], body: [UInt8]) {
      self.url = url
      self.fields = fields
      self.body = body
    }
  }

  /// The head of what was answered.
  package struct Response: Sendable, Hashable {
    package var time: MonotonicTime
    package var status: Int
    package var fields: [Field]

    package init(time: MonotonicTime, status: Int, fields: [Field]) {
      self.time = time
      self.status = status
      self.fields = fields
    }
  }

  /// From 1.
  package var attempt: Int
  package var request: Request?
  package var response: Response?
  /// Without transfer coding and compression.
  package var body: [UInt8] = []
  /// The arrival of every piece of the body.
  ///
  /// While it streams the lengths may add up to more than is there: what may be the beginning of a key is kept back.
  package var pieces: [Delta.Mark] = []

  package init(attempt: Int) {
    self.attempt = attempt
  }

  /// Goes on with what came next; what is of another attempt takes the place of all.
  package mutating func append(_ next: WireLog) {
    guard next.attempt == attempt else {
      self = next
      return
    }
    request = next.request ?? request
    response = next.response ?? response
    if body.isEmpty { body = next.body } else { body += next.body }
    pieces += next.pieces
  }

  /// How much it holds, in bytes.
  package var size: Int { (request?.body.count ?? 0) + body.count + 16 * pieces.count }
}

extension WireLog {
  /// What of it had come by a moment.
  package func beginning(until moment: MonotonicTime) -> WireLog {
    var log = self
    if let time = response?.time, time > moment { log.response = nil }
    log.pieces = Array(pieces.prefix { $0.time <= moment })
    let length = log.pieces.reduce(0) { $0 + $1.lengthInBytes }
    log.body = Array(body.prefix(length))
    return log
  }

  /// The same log with its times counted from `start`.
  package func counted(from start: MonotonicTime) -> WireLog {
    var log = self
    if let time = response?.time { log.response?.time = time.counted(from: start) }
    log.pieces = pieces.map {
      Delta.Mark(time: $0.time.counted(from: start), lengthInBytes: $0.lengthInBytes)
    }
    return log
  }
}
