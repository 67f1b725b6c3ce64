/// Walks a TOML source and notes where its keys stand.
///
/// It never judges: on a broken source it goes on at the next line. Source of the grammar: TOML 1.0.0.
struct SourceScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var map = SourceMap()
  /// How many elements each array of tables (`[[name]]`) has so far.
  private var elementCounts: [[String]: Int] = [:]

  static func map(of text: String) -> SourceMap {
    var scanner = SourceScanner(bytes: Array(text.utf8))
    scanner.scan()
    return scanner.map
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func scan() {
    var table: [String] = []
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while skipBlank() {
      map.beginStatement(line: line)
      if take("[") { table = header() } else { member(of: table, depth: 0) }
      skipLine()
    }
  }

  private mutating func header() -> [String] {
    let isElement = take("[")
    let keys = dottedKey()
    guard let last = keys.last else {
      // Tried: the parser asserts that a key begins here.
      map.refuse(line: line, "table header: expected a name after '['")
      return []
    }
    var path: [String] = []
    for key in keys.dropLast() {
      path.append(key)
      if let count = elementCounts[path] { path.append("#\(count - 1)") }
    }
    path.append(last)
    if isElement {
      let count = elementCounts[path, default: 0]
      elementCounts[path] = count + 1
      map.note(path, line: line)
      path.append("#\(count)")
    }
    map.note(path, line: line)
    return path
  }

  private mutating func member(of table: [String], depth: Int) {
    let keys = dottedKey()
    guard !keys.isEmpty else { return }
    map.note(table + keys, line: line)
    skipSpaces()
    if take("=") { value(at: table + keys, depth: depth) }
  }

  private mutating func value(at path: [String], depth: Int) {
    skipSpaces()
    guard let byte = current, depth < SourceMap.greatestDepth else { return }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = string()
    case UInt8(ascii: "["): array(at: path, depth: depth + 1)
    case UInt8(ascii: "{"): inlineTable(at: path, depth: depth + 1)
    default:
      // Tried: the parser asserts that an hour begins here.
      if bytes[index...].beginsDateWithoutHour {
        map.refuse(line: line, "date-time: expected an hour after 'T'")
      }
      let ends: [UInt8] = Array(",]}#\n".utf8)
      while let byte = current, !ends.contains(byte) { index += 1 }
    }
  }

  private mutating func array(at path: [String], depth: Int) {
    index += 1
    var count = 0
    while skipBlank(), !take("]") {
      if take(",") { continue }
      // Tried: the parser asserts that a value begins here.
      if current == UInt8(ascii: "}") {
        map.refuse(line: line, "array: expected a value, saw '}'")
      }
      let start = index
      map.note(path + ["#\(count)"], line: line)
      value(at: path + ["#\(count)"], depth: depth)
      count += 1
      guard index > start else { return }
    }
  }

  private mutating func inlineTable(at path: [String], depth: Int) {
    index += 1
    while skipBlank(), !take("}") {
      if take(",") { continue }
      let start = index
      member(of: path, depth: depth)
      guard index > start else { return }
    }
  }
}

extension SourceScanner {
  private mutating func dottedKey() -> [String] {
    var keys: [String] = []
    repeat {
      skipSpaces()
      guard let key = simpleKey() else { return keys }
      keys.append(key)
      skipSpaces()
    } while take(".")
    return keys
  }

  private mutating func simpleKey() -> String? {
    guard let byte = current else { return nil }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return string() }
    let start = index
    while let byte = current, byte.isBareKey { index += 1 }
    return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
  }

  /// Reads any of the four kinds of string; the text is exact for those that may be keys.
  private mutating func string() -> String {
    let quote = bytes[index]
    let isEscaping = quote == UInt8(ascii: "\"")
    let isLong = bytes[index...].starts(with: [quote, quote, quote])
    let fence = Array(repeating: quote, count: isLong ? 3 : 1)
    index += fence.count
    let start = index
    while let byte = current, !bytes[index...].starts(with: fence) {
      if byte == UInt8(ascii: "\n") {
        guard isLong else { return "" }
        line += 1
      }
      let isEscape = isEscaping && byte == UInt8(ascii: "\\") && index + 1 < bytes.count
      index += isEscape && bytes[index + 1] != UInt8(ascii: "\n") ? 2 : 1
    }
    let content = String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
    index = min(index + fence.count, bytes.count)
    while isLong, current == quote { index += 1 }
    return isEscaping && content.contains("\\") ? content.withoutEscapes : content
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func skipSpaces() {
    while current == UInt8(ascii: " ") || current == UInt8(ascii: "\t") { index += 1 }
  }

  private mutating func skipLine() {
    while let byte = current, byte != UInt8(ascii: "\n") { index += 1 }
  }

  /// Skips white space, line ends and comments; false at the end of the source.
  private mutating func skipBlank() -> Bool {
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        index += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): index += 1
      case UInt8(ascii: "#"): skipLine()
      default: return true
      }
    }
    return false
  }
}

extension ArraySlice<UInt8> {
  /// Whether a date is followed by T, and that by anything but a digit.
  fileprivate var beginsDateWithoutHour: Bool {
    let date = prefix(10).map { $0.isDigit ? UInt8(ascii: "0") : $0 }
    let rest = dropFirst(10)
    guard date == Array("0000-00-00".utf8), let separator = rest.first else { return false }
    let isSeparated = separator | 0x20 == UInt8(ascii: "t")
    return isSeparated && rest.dropFirst().first?.isDigit == false
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// `A-Za-z0-9_-`, of which a key without quotes is made.
  var isBareKey: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension String {
  /// The text of a basic string of TOML with its escapes read.
  fileprivate var withoutEscapes: String {
    let plain: [Character: Character] = ["n": "\n", "t": "\t", "r": "\r", "\"": "\"", "\\": "\\"]
    var result = ""
    var rest = self[...]
    while let character = rest.popFirst() {
      guard character == "\\", let kind = rest.popFirst() else {
        result.append(character)
        continue
      }
      if kind == "u" || kind == "U" {
        let digits = rest.prefix(kind == "u" ? 4 : 8)
        rest = rest.dropFirst(digits.count)
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        result.unicodeScalars.append(scalar ?? "\u{FFFD}")
      } else {
        result.append(plain[kind] ?? kind)
      }
    }
    return result
  }
}
