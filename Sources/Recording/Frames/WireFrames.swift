import Conversation

/// The frames of a body that may still grow; each byte is looked at once.
///
/// Source: WHATWG HTML, "Server-sent events", 9.2.5 and 9.2.6; and, as servers do it, a line of JSON or of the field
/// `error` is a frame by itself.
package struct WireFrames: Sendable {
  package private(set) var frames: [WireFrame] = []
  /// Where the frame begins that has not ended.
  private var start = 0
  /// Where the line begins that has not ended, and how far it was looked at.
  private var lineStart = 0
  private var scanned = 0
  private var oddities: WireFrame.Oddity = []
  /// The piece that is looked at, and where it ends.
  private var piece = 0
  private var pieceEnd = 0

  package init() {}

  package init(_ log: WireLog) {
    read(log)
    finish(log)
  }

  /// What of the body belongs to no frame yet.
  package func open(in log: WireLog) -> Range<Int> { start..<log.body.count }

  /// Takes in what a log has gained since the last call.
  package mutating func read(_ log: WireLog) {
    while let end = nextLine(in: log.body, isWhole: false) { take(lineStart..<end, of: log) }
  }

  /// Takes the rest, since nothing follows.
  package mutating func finish(_ log: WireLog) {
    read(log)
    if let end = nextLine(in: log.body, isWhole: true) { take(lineStart..<end, of: log) }
    guard start < log.body.count else { return }
    oddities.insert(.unended)
    close(at: log.body.count, of: log)
  }

  /// Where the next line ends, with its terminator; `nil` when that has not come.
  ///
  /// A carriage return at the end may be half of a terminator.
  private mutating func nextLine(in body: [UInt8], isWhole: Bool) -> Int? {
    while scanned < body.count {
      let byte = body[scanned]
      if byte == UInt8(ascii: "\r") {
        guard isWhole || scanned + 1 < body.count else { return nil }
        let isPair = scanned + 1 < body.count && body[scanned + 1] == UInt8(ascii: "\n")
        scanned += isPair ? 2 : 1
        return scanned
      }
      scanned += 1
      if byte == UInt8(ascii: "\n") { return scanned }
    }
    return isWhole && lineStart < scanned ? scanned : nil
  }

  private mutating func take(_ range: Range<Int>, of log: WireLog) {
    lineStart = range.upperBound
    var line = log.body[range]
    while line.last == UInt8(ascii: "\n") || line.last == UInt8(ascii: "\r") { line.removeLast() }
    let isFirst = range.lowerBound == 0
    if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    guard let first = line.first else { return close(at: range.upperBound, of: log) }
    switch first {
    case UInt8(ascii: ":"): oddities.insert(.comment)
    case UInt8(ascii: "{"):
      close(at: range.lowerBound, of: log)
      if line.starts(with: #"{"error""#.utf8) { oddities.insert(.error) }
      close(at: range.upperBound, of: log)
    default: note(line, in: range, of: log)
    }
  }

  private mutating func note(_ line: ArraySlice<UInt8>, in range: Range<Int>, of log: WireLog) {
    if let data = StreamField(line, named: "data") {
      if data.value.starts(with: #"{"error""#.utf8) { oddities.insert(.error) }
    } else if let name = StreamField(line, named: "event") {
      if name.value.elementsEqual("error".utf8) { oddities.insert(.error) }
    } else if StreamField(line, named: "error") != nil {
      close(at: range.lowerBound, of: log)
      oddities.insert(.error)
      close(at: range.upperBound, of: log)
    } else if StreamField(line, named: "id") == nil, StreamField(line, named: "retry") == nil {
      oddities.insert(.unknownField)
    }
  }

  /// Makes what has come a frame; blank lines alone are none.
  private mutating func close(at end: Int, of log: WireLog) {
    defer {
      start = end
      oddities = []
    }
    let isBlank = log.body[start..<end].allSatisfy {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    guard !isBlank else { return }
    while pieceEnd <= start, piece < log.pieces.count { nextPiece(of: log) }
    var pieces = 1
    while pieceEnd < end, piece < log.pieces.count {
      if log.body[pieceEnd] & 0xC0 == 0x80 { oddities.insert(.splitCharacter) }
      nextPiece(of: log)
      pieces += 1
    }
    if String(validating: log.body[start..<end], as: UTF8.self) == nil {
      oddities.insert(.invalidText)
    }
    let time = piece > 0 ? log.pieces[piece - 1].time : log.response?.time
    frames.append(
      WireFrame(
        bytes: start..<end,
        time: time ?? MonotonicTime(nanoseconds: 0),
        pieces: pieces,
        oddities: oddities
      )
    )
  }

  private mutating func nextPiece(of log: WireLog) {
    pieceEnd += log.pieces[piece].lengthInBytes
    piece += 1
  }
}
