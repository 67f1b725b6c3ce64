/// Writes numbers and texts one behind the other; ``ByteReader`` reads them again.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// A number in base 128, low digits first, a set high bit for "more follows" (LEB128).
  mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ count: Int) { write(UInt64(max(0, count))) }

  /// A text's length in UTF-8 bytes, then these.
  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }
}
