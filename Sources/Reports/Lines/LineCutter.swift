/// Cuts a file that comes in pieces into lines; one that is too long is dropped while it comes.
struct LineCutter {
  /// A line of the file, or what is known of one that was dropped.
  enum Line {
    case whole(UnsafeRawBufferPointer)
    case tooLong
  }

  private let mostBytes: Int
  private var partial: [UInt8] = []
  private var isTooLong = false
  /// Of the line that was handed out last, from 1.
  private(set) var number = 0

  init(mostBytes: Int) {
    self.mostBytes = mostBytes
  }

  /// Hands out each line that ends in these bytes, without its end; the view is valid during the call.
  mutating func feed(_ bytes: UnsafeRawBufferPointer, take: (Line, Int) throws -> Void) rethrows {
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      try deliver(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), take)
      start = end + 1
    }
    keep(bytes[start...])
  }

  /// Hands out the last line, if it has no end.
  mutating func finish(take: (Line, Int) throws -> Void) rethrows {
    guard !partial.isEmpty || isTooLong else { return }
    try deliver(UnsafeRawBufferPointer(start: nil, count: 0), take)
  }

  private mutating func deliver(
    _ end: UnsafeRawBufferPointer,
    _ take: (Line, Int) throws -> Void
  ) rethrows {
    number += 1
    if partial.isEmpty, !isTooLong, end.count <= mostBytes { return try take(.whole(end), number) }
    keep(end[...])
    defer {
      partial = []
      isTooLong = false
    }
    if isTooLong { return try take(.tooLong, number) }
    let number = number
    try partial.withUnsafeBytes { try take(.whole($0), number) }
  }

  private mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>) {
    guard !isTooLong else { return }
    if partial.count + bytes.count > mostBytes {
      isTooLong = true
      partial = []
    } else {
      partial.append(contentsOf: bytes)
    }
  }
}
