/// Finds formulas in dollar signs, `\(…\)` and `\[…\]`, which cmark does not know.
///
/// A formula is given to cmark as code, by backticks in place of its signs, byte for byte: so that nothing
/// in it is taken for markup, and every position stays what it was.
enum MathSpans {
  /// The signs that a formula begins with.
  struct Opening {
    let place: Int
    let closing: [UInt8]
  }

  /// The signs of a formula among what stands between the text before and its inside; `nil` for code.
  static func opening(in between: ArraySlice<UInt8>) -> Opening? {
    let blanks = between.reversed().prefix { " \t\r\n>".utf8.contains($0) }.count
    let signs = between.dropLast(blanks)
    let last = signs.endIndex - 1
    switch signs.last {
    case UInt8(ascii: "$"):
      let count = signs.suffix(2).reversed().prefix { $0 == UInt8(ascii: "$") }.count
      return Opening(
        place: signs.endIndex - count,
        closing: Array(repeating: UInt8(ascii: "$"), count: count)
      )
    case UInt8(ascii: "("), UInt8(ascii: "["):
      guard signs.dropLast().last == UInt8(ascii: "\\") else { return nil }
      let close = signs[last] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
      return Opening(place: last - 1, closing: [UInt8(ascii: "\\"), close])
    default: return nil
    }
  }

  /// Whether the text could hold a formula at all.
  static func mayStand(in bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains(UInt8(ascii: "$")) || bytes.contains(UInt8(ascii: "\\"))
  }

  /// Replaces the signs of the formulas in a range by backticks.
  ///
  /// - Returns: Whether there were any.
  static func mask(_ bytes: inout [UInt8], in range: Range<Int>) -> Bool {
    var hasFormula = false
    // Backticks without an end would become the beginning of code that ends at a formula, and cmark reads no
    // other code as long behind them: they are hidden.
    var unclosed: Set<Int> = []
    var hidden: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "`"):
        let ticks = bytes[index..<range.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
        let end =
          unclosed.contains(ticks) ? nil : endOfCode(bytes, from: index, ticks, before: range)
        if end == nil {
          unclosed.insert(ticks)
          hidden.append(index..<index + ticks)
        }
        index = end ?? index + ticks
      case UInt8(ascii: "$"), UInt8(ascii: "\\"):
        if let formula = formula(bytes, at: index, before: range.upperBound) {
          for offset in 0..<formula.signs {
            bytes[index + offset] = UInt8(ascii: "`")
            bytes[formula.end - 1 - offset] = UInt8(ascii: "`")
          }
          hasFormula = true
          index = formula.end
        } else {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
      default: index += 1
      }
    }
    guard hasFormula else { return false }
    for index in hidden.joined() { bytes[index] = Floods.sign }
    return true
  }

  /// The end of a code span; `nil` where its backticks are never closed.
  private static func endOfCode(
    _ bytes: [UInt8],
    from start: Int,
    _ ticks: Int,
    before range: Range<Int>
  ) -> Int? {
    var index = start + ticks
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let closing = bytes[index..<range.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
      index += closing
      if closing == ticks { return index }
    }
    return nil
  }

  private static func formula(
    _ bytes: [UInt8],
    at start: Int,
    before limit: Int
  ) -> (signs: Int, end: Int)? {
    guard start + 2 < limit else { return nil }
    if bytes[start] == UInt8(ascii: "\\") {
      let close: UInt8
      switch bytes[start + 1] {
      case UInt8(ascii: "("): close = UInt8(ascii: ")")
      case UInt8(ascii: "["): close = UInt8(ascii: "]")
      default: return nil
      }
      return end(bytes, from: start + 2, before: limit) {
        bytes[$0] == UInt8(ascii: "\\") && $0 + 1 < limit && bytes[$0 + 1] == close
      }.map { (2, $0 + 2) }.flatMap { $0.1 > start + 4 ? $0 : nil }.flatMap {
        isFree(bytes, start, $0.1, limit) ? $0 : nil
      }
    }
    let signs = bytes[start + 1] == UInt8(ascii: "$") ? 2 : 1
    let inner = start + signs
    guard inner < limit, signs == 2 || !isBlank(bytes[inner]), bytes[inner] != UInt8(ascii: "`")
    else { return nil }
    let close = end(bytes, from: inner + 1, before: limit) { index in
      guard bytes[index] == UInt8(ascii: "$") else { return false }
      if signs == 2 { return index + 1 < limit && bytes[index + 1] == UInt8(ascii: "$") }
      // Not "costs $5 and $6": a formula ends with no blank before its sign, and no digit after.
      let after = index + 1 < limit ? bytes[index + 1] : 0
      return !isBlank(bytes[index - 1]) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(after)
    }
    guard let close, isFree(bytes, start, close + signs, limit) else { return nil }
    return (signs, close + signs)
  }

  /// The first place that closes a formula; none is longer than 2,000 bytes, holds a backtick or an empty line.
  private static func end(
    _ bytes: [UInt8],
    from start: Int,
    before limit: Int,
    closes: (Int) -> Bool
  ) -> Int? {
    var index = start
    while index < min(limit, start + 2_000) {
      if bytes[index] == UInt8(ascii: "`") { return nil }
      if closes(index) { return index }
      // `\$` is a dollar sign, and `\\` ends a line of a formula.
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Whether no backtick or dollar sign touches the formula, which would make its signs longer.
  private static func isFree(_ bytes: [UInt8], _ start: Int, _ end: Int, _ limit: Int) -> Bool {
    func touches(_ index: Int) -> Bool {
      guard index >= 0, index < limit else { return false }
      return bytes[index] == UInt8(ascii: "`") || bytes[index] == UInt8(ascii: "$")
    }
    return !touches(start - 1) && !touches(end)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
  }
}
