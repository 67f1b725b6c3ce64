/// Rewrites a JSON text that simdjson refuses and that still has a plain meaning.
///
/// Lone surrogates and invalid UTF-8 become U+FFFD, control characters in strings are escaped, numbers
/// out of range, `NaN` and the infinities become null, and what is nested deeper than `deepest` becomes
/// null. One pass over the bytes without recursion, so depth costs nothing.
struct JSONRepair {
  private static let deepest = 512

  private let bytes: UnsafeRawBufferPointer
  private var position = 0
  private var output: [UInt8] = []

  private init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count + 16)
  }

  /// - Returns: `nil` when nothing was found to repair.
  static func repair(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    var repair = JSONRepair(bytes)
    repair.run()
    return repair.output.elementsEqual(bytes) ? nil : repair.output
  }

  private mutating func run() {
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        copyString(isKept: depth <= Self.deepest)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth == Self.deepest + 1 { output += Array("null".utf8) }
        if depth <= Self.deepest { output.append(byte) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth <= Self.deepest { output.append(byte) }
        depth -= 1
      case _ where Self.isWord(byte):
        let word = takeWord()
        if depth <= Self.deepest { output += Self.repairedWord(word) }
        continue
      default:
        if depth <= Self.deepest { output.append(byte) }
      }
      position += 1
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func takeWord() -> String {
    let start = position
    while position < bytes.count, Self.isWord(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func repairedWord(_ word: String) -> [UInt8] {
    switch word {
    case "NaN", "-NaN", "nan", "Infinity", "-Infinity", "inf", "-inf": return Array("null".utf8)
    default: break
    }
    guard word.utf8.count > 15, let value = Double(word) else { return Array(word.utf8) }
    if Int64(word) != nil { return Array(word.utf8) }
    return Array((value.isFinite ? "\(value)" : "null").utf8)
  }
}

extension JSONRepair {
  private mutating func copyString(isKept: Bool) {
    let start = output.count
    output.append(UInt8(ascii: "\""))
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      switch bytes[position] {
      case UInt8(ascii: "\\"): copyEscape()
      case 0..<0x20:
        let digits = String(bytes[position], radix: 16)
        output += Array("\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
        position += 1
      case 0x80...: copyNonASCII()
      default:
        output.append(bytes[position])
        position += 1
      }
    }
    if position < bytes.count {
      output.append(UInt8(ascii: "\""))
      position += 1
    }
    if !isKept { output.removeSubrange(start...) }
  }

  private mutating func copyNonASCII() {
    let start = position
    while position < bytes.count, bytes[position] >= 0x80 { position += 1 }
    output += Array(String(decoding: bytes[start..<position], as: UTF8.self).utf8)
  }

  private mutating func copyEscape() {
    guard let unit = codeUnit(at: position) else {
      output += bytes[position..<min(position + 2, bytes.count)]
      position = min(position + 2, bytes.count)
      return
    }
    let isPair =
      UTF16.isLeadSurrogate(unit) && codeUnit(at: position + 6).map(UTF16.isTrailSurrogate) == true
    let length = isPair ? 12 : 6
    if isPair || !(0xD800...0xDFFF).contains(unit) {
      output += bytes[position..<position + length]
    } else {
      output += Array("\\ufffd".utf8)
    }
    position += length
  }

  /// The value of a `\uXXXX` escape that starts at `index`.
  private func codeUnit(at index: Int) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt16(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16)
  }
}
