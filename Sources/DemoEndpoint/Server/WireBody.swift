import FlyingSocks

/// Plays a `WireScript` as a response body: bytes leave as soon as their moment has come.
///
/// Bytes with no silence between them leave together, up to 16 KB at a time. Silences are counted from
/// the moment the one before was due, so that a late timer does not slow the whole answer down.
struct WireBody: AsyncBufferedSequence {
  typealias Element = UInt8

  let script: WireScript
  let pace: DemoPace
  let answer: AnswerCount.Answer

  func makeAsyncIterator() -> Iterator { Iterator(script: script, pace: pace) }

  /// The connection is to be closed where it is.
  struct BrokenOff: Error {}

  /// One run through the script.
  struct Iterator: AsyncBufferedIteratorProtocol {
    private let script: WireScript
    private let pace: DemoPace
    private var nextIndex = 0
    /// The pieces of the current index that are still to be played.
    private var pieces: ArraySlice<WirePiece> = []
    private var due = ContinuousClock.now

    init(script: WireScript, pace: DemoPace) {
      self.script = script
      self.pace = pace
    }

    mutating func next() async throws -> UInt8? {
      preconditionFailure("a body is sent by nextBuffer(suggested:)")
    }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      var buffer: [UInt8] = []
      while buffer.count < 16_384, let piece = nextPiece() {
        switch piece {
        case .bytes(let bytes): buffer += bytes
        case .wait(let milliseconds):
          if isPast(milliseconds * pace.scale) { break }
          guard buffer.isEmpty else { return buffer }
          due = due.advanced(by: .microseconds(Int64(milliseconds * pace.scale * 1_000)))
          try await Task.sleep(until: due, tolerance: .zero, clock: .continuous)
        case .close:
          guard buffer.isEmpty else { return buffer }
          throw BrokenOff()
        }
        pieces = pieces.dropFirst()
      }
      return buffer.isEmpty ? nil : buffer
    }

    /// The piece to play now; it stays the next one until it is dropped.
    private mutating func nextPiece() -> WirePiece? {
      while pieces.isEmpty && nextIndex < script.count {
        pieces = script[nextIndex][...]
        nextIndex += 1
      }
      return pieces.first
    }

    /// Goes to the end of a silence that is over already, so that what is late leaves together.
    private mutating func isPast(_ milliseconds: Double) -> Bool {
      guard milliseconds > 0 else { return false }
      let end = due.advanced(by: .microseconds(Int64(milliseconds * 1_000)))
      guard end <= .now else { return false }
      due = end
      return true
    }
  }
}
