extension Floods {
  /// Where the last sign stands that begins a quote, an item or a footnote at a place; `nil` where none begins.
  func containerSign(at index: Int, before end: Int) -> Int? {
    let rest = text[index..<end]
    switch text[index] {
    case UInt8(ascii: ">"): return index
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      return isBlank(rest.dropFirst().first) ? index : nil
    case UInt8(ascii: "["):
      guard rest.dropFirst().first == UInt8(ascii: "^") else { return nil }
      let label = rest.prefix(1_000).prefix { $0 != UInt8(ascii: "]") && !isBlank($0) }
      return text[label.endIndex..<end].starts(with: "]:".utf8) ? label.endIndex + 1 : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = rest.prefix(10).prefix {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
      guard digits.endIndex < end, ".)".utf8.contains(text[digits.endIndex]),
        isBlank(rest.dropFirst(digits.count + 1).first)
      else { return nil }
      return digits.endIndex
    default: return nil
    }
  }

  private func isBlank(_ byte: UInt8?) -> Bool {
    byte.map { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } ?? true
  }
}
