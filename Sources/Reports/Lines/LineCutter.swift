/// Cuts a file that comes in pieces into lines.
struct LineCutter {
  private var buffer: PieceBuffer

  init(mostBytes: Int) {
    buffer = PieceBuffer(mostBytes: mostBytes)
  }

  /// Hands out each line that ends in these bytes, without its end; the view is valid during the call.
  mutating func feed(
    _ bytes: UnsafeRawBufferPointer,
    take: (PieceBuffer.Piece, Int) throws -> Void
  ) rethrows {
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      try buffer.complete(bytes[start..<end], take: take)
      start = end + 1
    }
    buffer.keep(bytes[start...])
  }

  /// Hands out the last line, if it has no end.
  mutating func finish(take: (PieceBuffer.Piece, Int) throws -> Void) rethrows {
    guard !buffer.isEmpty else { return }
    try buffer.complete(UnsafeRawBufferPointer(start: nil, count: 0)[...], take: take)
  }
}
