/// Tells whether a Markdown text may show a phrase though its source does not hold it: letters and digits of the
/// phrase in their order, with markup between them.
///
/// Cheap, and a no is to be trusted; so that few messages need to be read to be sure.
struct MarkupSkeleton: Sendable {
  /// The letters of the phrase, each in both cases.
  private let letters: [(lower: [UInt8], upper: [UInt8])]
  /// For each byte, whether the first letter may begin with it.
  private var begins = [Bool](repeating: false, count: 256)
  /// Whether there are signs before or behind the letters, which markup may part from them.
  private let beginsWithSign: Bool
  private let endsWithSign: Bool

  init(_ phrase: String) {
    let scalars = phrase.unicodeScalars
    letters = scalars.filter(\.isLetter).map { scalar in
      let properties = scalar.properties
      return (Array(properties.lowercaseMapping.utf8), Array(properties.uppercaseMapping.utf8))
    }
    beginsWithSign = scalars.first.map { !$0.isLetter } ?? false
    endsWithSign = scalars.last.map { !$0.isLetter } ?? false
    for byte in letters.first.map({ [$0.lower[0], $0.upper[0]] }) ?? [] { begins[Int(byte)] = true }
  }

  func mayBeShown(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      Self.mayRewrite(bytes) || isFoundAcrossMarkup(in: bytes)
    }
  }

  /// Whether there are entities, formulas or footnotes, which are shown as something else.
  private static func mayRewrite(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in bytes.indices.dropLast() {
      let next = bytes[index + 1]
      switch bytes[index] {
      case UInt8(ascii: "&") where next == UInt8(ascii: "#") || next.isLetterOrDigit: return true
      case UInt8(ascii: "$") where next > 0x20: return true
      case UInt8(ascii: "\\") where next == UInt8(ascii: "(") || next == UInt8(ascii: "["):
        return true
      case UInt8(ascii: "[") where next == UInt8(ascii: "^"): return true
      case UInt8(ascii: "!") where next == UInt8(ascii: "["): return true
      default: break
      }
    }
    return false
  }

  private func isFoundAcrossMarkup(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // A phrase without letters can be anywhere between markup.
    guard !letters.isEmpty else { return true }
    // Text that makes every attempt long is read to be sure.
    var steps = 32 * bytes.count
    var index = 0
    while index < bytes.count {
      if begins[Int(bytes[index])], isFound(at: index, in: bytes, steps: &steps) { return true }
      if steps < 0 { return true }
      index += 1
    }
    return false
  }

  private func isFound(
    at start: Int,
    in bytes: UnsafeBufferPointer<UInt8>,
    steps: inout Int
  ) -> Bool {
    var index = start
    var hasMarkup = beginsWithSign && start > 0 && bytes[start - 1].isMarkup
    for (number, letter) in letters.enumerated() {
      while number > 0, index < bytes.count, bytes[index] < 0x80, !bytes[index].isLetterOrDigit {
        if bytes[index].isMarkup { hasMarkup = true }
        steps -= 1
        switch Self.address(at: index, in: bytes, steps: &steps) {
        case .none: index += 1
        case .ends(let end): index = end
        case .uncertain: return true
        }
      }
      let rest = bytes[min(index, bytes.count)...]
      if rest.starts(with: letter.lower) {
        index += letter.lower.count
      } else if rest.starts(with: letter.upper) {
        index += letter.upper.count
      } else {
        return false
      }
      steps -= 1
    }
    return hasMarkup || endsWithSign && index < bytes.count && bytes[index].isMarkup
  }

  /// The address of a link.
  private enum Address {
    case none
    case ends(Int)
    /// Only whoever reads the link knows: titles, escapes and angle brackets may hold what closes it.
    case uncertain
  }

  /// The address of a link whose text ends at a place.
  private static func address(
    at index: Int,
    in bytes: UnsafeBufferPointer<UInt8>,
    steps: inout Int
  ) -> Address {
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "]") else { return .none }
    let open = bytes[index + 1]
    guard open == UInt8(ascii: "(") || open == UInt8(ascii: "[") else { return .none }
    let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var depth = 0
    for end in index + 1..<min(bytes.count, index + 4_096) {
      steps -= 1
      switch bytes[end] {
      case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"):
        return .uncertain
      case open: depth += 1
      case close: depth -= 1
      default: break
      }
      if depth == 0 { return .ends(end + 1) }
    }
    return .uncertain
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    value >= 0x80 || UInt8(truncatingIfNeeded: value).isLetterOrDigit
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }

  /// Whether it may be part of markup inside a paragraph, or end a line of it.
  fileprivate var isMarkup: Bool {
    switch self {
    case 0x0A, 0x0D, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "#"):
      true
    default: false
    }
  }
}
