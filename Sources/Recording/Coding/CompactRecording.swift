import Conversation

/// A recording as an archive keeps it: what was said about the bytes, and the bytes, which may be dropped.
package struct CompactRecording: Sendable, Hashable {
  /// URL, headers, status, and the arrival of every piece.
  package var outline: [UInt8]
  /// What was sent and what came, compressed; `nil` where it is not kept any more.
  package var raw: [UInt8]?

  package init(outline: [UInt8], raw: [UInt8]?) {
    self.outline = outline
    self.raw = raw
  }
}

extension CompactRecording {
  private static let form: UInt64 = 1

  /// - Parameter log: Its times counted from when the reply was asked for.
  package init(_ log: WireLog) {
    self.init(outlineOf: log)
    raw = Compression.compressed((log.request?.body ?? []) + log.body)
  }

  /// As ``init(_:)``, without the bytes.
  package init(outlineOf log: WireLog) {
    var writer = ByteWriter()
    writer.write(Self.form)
    writer.write(log.attempt)
    writer.write(log.request == nil ? 0 : 1)
    if let request = log.request {
      writer.write(request.url)
      writer.write(request.fields)
      writer.write(request.body.count)
    }
    writer.write(log.response == nil ? 0 : 1)
    if let response = log.response {
      writer.write(response.time.nanoseconds)
      writer.write(response.status)
      writer.write(response.fields)
    }
    writer.write(log.body.count)
    writer.write(log.pieces)
    outline = writer.bytes
  }

  /// What was recorded; without the bytes where these are dropped.
  ///
  /// - Returns: `nil` when it is damaged, or of a later form.
  package var log: WireLog? {
    var reader = ByteReader(outline)
    guard let known = try? Self.outline(of: &reader) else { return nil }
    var log = known.log
    guard let raw else { return log }
    guard let bytes = Compression.expanded(raw), bytes.count == known.requestBytes + known.bodyBytes
    else {
      return nil
    }
    log.request?.body = Array(bytes[..<known.requestBytes])
    log.body = Array(bytes[known.requestBytes...])
    return log
  }

  private static func outline(
    of reader: inout ByteReader
  ) throws(ByteReader.Damage) -> (log: WireLog, requestBytes: Int, bodyBytes: Int) {
    guard try reader.number() == form else { throw ByteReader.Damage() }
    var log = WireLog(attempt: try reader.length())
    var requestBytes = 0
    if try reader.number() == 1 {
      log.request = WireLog.Request(url: try reader.text(), fields: try reader.fields(), body: [])
      requestBytes = try reader.length()
    }
    if try reader.number() == 1 {
      log.response = WireLog.Response(
        time: MonotonicTime(nanoseconds: try reader.number()),
        status: try reader.length(),
        fields: try reader.fields()
      )
    }
    let bodyBytes = try reader.length()
    log.pieces = try reader.pieces()
    guard reader.isAtEnd else { throw ByteReader.Damage() }
    return (log, requestBytes, bodyBytes)
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ fields: [WireLog.Field]) {
    write(fields.count)
    for field in fields {
      write(field.name)
      write(field.value)
    }
  }

  /// Each by the nanoseconds since the one before and its length.
  fileprivate mutating func write(_ pieces: [Delta.Mark]) {
    write(pieces.count)
    var last: UInt64 = 0
    for piece in pieces {
      write(piece.time.nanoseconds &- last)
      write(piece.lengthInBytes)
      last = piece.time.nanoseconds
    }
  }
}

extension ByteReader {
  fileprivate mutating func fields() throws(Damage) -> [WireLog.Field] {
    var fields: [WireLog.Field] = []
    for _ in 0..<(try count()) { fields.append(WireLog.Field(try text(), try text())) }
    return fields
  }

  fileprivate mutating func pieces() throws(Damage) -> [Delta.Mark] {
    var pieces: [Delta.Mark] = []
    var time: UInt64 = 0
    for _ in 0..<(try count()) {
      time &+= try number()
      pieces.append(
        Delta.Mark(time: MonotonicTime(nanoseconds: time), lengthInBytes: try length())
      )
    }
    return pieces
  }
}
