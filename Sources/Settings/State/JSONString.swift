/// Reads one JSON string (RFC 8259, 7).
enum JSONString {
  /// - Returns: `nil` when the bytes, but for white space around them, are anything else.
  static func read(_ bytes: some Collection<UInt8>) -> String? {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0D]
    let text = bytes.drop { blanks.contains($0) }
    guard text.first == UInt8(ascii: "\"") else { return nil }
    var rest = Array(text)[1...]
    while let last = rest.last, blanks.contains(last) { rest.removeLast() }
    guard rest.popLast() == UInt8(ascii: "\"") else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(rest.count)
    while let byte = rest.popFirst() {
      guard byte >= 0x20, byte != UInt8(ascii: "\"") else { return nil }
      if byte != UInt8(ascii: "\\") {
        result.append(byte)
      } else if let scalar = escaped(&rest) {
        result.append(contentsOf: Array(String(scalar).utf8))
      } else {
        return nil
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func escaped(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
    switch rest.popFirst() {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return unit(&rest).map { scalar($0, &rest) }
    case let byte? where [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/")].contains(byte):
      return Unicode.Scalar(byte)
    default: return nil
    }
  }

  private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt32? {
    let digits = rest.prefix(4)
    guard digits.count == 4 else { return nil }
    rest = rest.dropFirst(4)
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// A lone half of a surrogate pair becomes U+FFFD.
  private static func scalar(_ unit: UInt32, _ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
    guard (0xD800...0xDBFF).contains(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    var after = rest
    guard after.popFirst() == UInt8(ascii: "\\"), after.popFirst() == UInt8(ascii: "u"),
      let low = Self.unit(&after), (0xDC00...0xDFFF).contains(low)
    else { return "\u{FFFD}" }
    rest = after
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }
}
