/// What has come of a line or an element of a file; one that is too long is dropped while it comes.
struct PieceBuffer {
  /// A line or an element, or what is known of one that was dropped.
  enum Piece {
    case whole(UnsafeRawBufferPointer)
    case tooLong
  }

  private let mostBytes: Int
  private var partial: [UInt8] = []
  private var isTooLong = false
  /// Of the piece that was handed out last, from 1.
  private(set) var number = 0

  init(mostBytes: Int) {
    self.mostBytes = mostBytes
  }

  var isEmpty: Bool { partial.isEmpty && !isTooLong }

  /// Adds bytes to the piece at hand.
  mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>) {
    guard !isTooLong else { return }
    if partial.count + bytes.count > mostBytes {
      isTooLong = true
      partial = []
    } else {
      partial.append(contentsOf: bytes)
    }
  }

  /// Ends the piece at hand and hands it out; the view is valid during the call.
  mutating func complete(
    _ end: Slice<UnsafeRawBufferPointer>,
    take: (Piece, Int) throws -> Void
  ) rethrows {
    number += 1
    if isEmpty, end.count <= mostBytes {
      return try take(.whole(UnsafeRawBufferPointer(rebasing: end)), number)
    }
    keep(end)
    defer {
      partial = []
      isTooLong = false
    }
    if isTooLong { return try take(.tooLong, number) }
    let number = number
    try partial.withUnsafeBytes { try take(.whole($0), number) }
  }
}
