/// Reads what ``ByteWriter`` wrote; bytes that are none of it throw, and never trap.
struct ByteReader {
  /// What is read is damaged, or of another form.
  struct Damage: Error {}

  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number() throws(Damage) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = rest.popFirst(), shift < 64 {
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw Damage()
  }

  /// A number of things of which each takes a byte or more, so that no more can be meant than there are bytes.
  mutating func count() throws(Damage) -> Int {
    let number = try number()
    guard number <= UInt64(rest.count) else { throw Damage() }
    return Int(number)
  }

  /// A number of bytes that stand elsewhere.
  mutating func length() throws(Damage) -> Int {
    guard let length = Int(exactly: try number()), length <= Int(UInt32.max) else { throw Damage() }
    return length
  }

  mutating func text() throws(Damage) -> String {
    let count = try count()
    defer { rest = rest.dropFirst(count) }
    return String(decoding: rest.prefix(count), as: UTF8.self)
  }
}
