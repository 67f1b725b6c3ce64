/// Hides from cmark what would cost it time or memory in the square of the text: rows of hundreds of cells,
/// short rows under a very wide header, brackets that are never closed, beginnings of HTML without an end,
/// quotes and lists hundreds deep, addresses that go on without a blank.
///
/// Signs are hidden by ``sign``, byte for byte, and shown as they stand in the source: text without a meaning.
struct Floods {
  /// What stands in place of what is hidden.
  static let sign: UInt8 = 0x1F

  private static let mostCells = 256
  private static let mostMissingCells = 20_000
  private static let deepestBrackets = 500
  private static let mostDeclarations = 64
  private static let deepestContainers = 100

  var text: ArraySlice<UInt8>
  private var openBrackets = 0
  private var declarations = 0
  /// The line under a header, and how many cells the rows below it lack.
  private var header: (line: Range<Int>, cells: Int, missing: Int)?

  /// A text in which floods are hidden; the same where there are none.
  static func hidden(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var floods = Floods(text: text)
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.endIndex
      floods.look(at: start..<end)
      start = end + (text[end...].starts(with: "\r\n".utf8) ? 2 : 1)
    }
    return floods.text
  }

  /// Whether the sign may stand in place of a byte.
  static func mayHide(_ byte: UInt8) -> Bool { "|[<>-+*.)@wW:`".utf8.contains(byte) }

  private init(text: ArraySlice<UInt8>) {
    self.text = text
  }

  private mutating func look(at line: Range<Int>) {
    hideDeepContainers(in: line)
    hideLongAddresses(in: line)
    var pipes = 0
    var isBlank = true
    var isDelimiter = true
    for index in line {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"), UInt8(ascii: ":"): break
      default:
        isDelimiter = false
        if byte < 0x60 { lookForInline(byte, at: index) }
      }
      isBlank = false
    }
    if pipes > Self.mostCells { hidePipes(in: line) }
    if isBlank {
      (openBrackets, declarations, header) = (0, 0, nil)
    } else if isDelimiter, pipes > 0, header == nil {
      header = (line, pipes, 0)
    } else if var open = header {
      open.missing += max(0, open.cells - pipes)
      header = open
      if open.missing > Self.mostMissingCells { hidePipes(in: open.line) }
    }
  }

  private mutating func lookForInline(_ byte: UInt8, at index: Int) {
    switch byte {
    case UInt8(ascii: "["):
      openBrackets += 1
      if openBrackets > Self.deepestBrackets { text[index] = Self.sign }
    case UInt8(ascii: "]"): openBrackets = max(0, openBrackets - 1)
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      guard index > text.startIndex, text[index - 1] == UInt8(ascii: "<") else { return }
      declarations += 1
      if declarations > Self.mostDeclarations { text[index - 1] = Self.sign }
    default: break
    }
  }

  /// Hides the sign of a container that is deeper than anyone would write, by the signs and the blanks before it.
  private mutating func hideDeepContainers(in line: Range<Int>) {
    var index = line.lowerBound
    var (depth, columns) = (0, 0)
    while index < line.upperBound {
      switch text[index] {
      case UInt8(ascii: " "): columns += 1
      case UInt8(ascii: "\t"): columns += 4
      default:
        guard let sign = containerSign(at: index, before: line.upperBound) else { return }
        index = sign
        depth += 1
        if depth + columns / 2 > Self.deepestContainers {
          if !isRule(text[index..<line.upperBound]) { text[index] = Self.sign }
          return
        }
      }
      index += 1
    }
  }

  private func isRule(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let sign = rest.first, "-*".utf8.contains(sign) else { return false }
    return rest.allSatisfy { $0 == sign || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  private mutating func hidePipes(in line: Range<Int>) {
    for index in line where text[index] == UInt8(ascii: "|") { text[index] = Self.sign }
  }
}
