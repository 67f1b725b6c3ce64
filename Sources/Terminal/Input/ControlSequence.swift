/// A whole `CSI` sequence, taken apart.
struct ControlSequence {
  /// `?`, `<`, `>` or `=` in front, 0 when there is none.
  let prefix: UInt8
  /// The parameters; what is missing is 0, and of sub-parameters (after a colon) only the first counts.
  let numbers: [Int]
  /// The sub-parameters of each parameter, the first included.
  let parts: [[Int]]
  /// `$` and its like before the end, 0 when there is none.
  let intermediate: UInt8
  let final: UInt8

  init(_ bytes: [UInt8], final: UInt8) {
    var body = bytes[...]
    if let first = body.first, (0x3C...0x3F).contains(first) {
      prefix = first
      body = body.dropFirst()
    } else {
      prefix = 0
    }
    intermediate = body.last.flatMap { $0 < 0x30 ? $0 : nil } ?? 0
    body = body.filter { (0x30...0x3B).contains($0) }[...]
    parts = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .prefix(16).map { part in
        part.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
          .map(Self.number)
      }
    numbers = parts.map { $0.first ?? 0 }
    self.final = final
  }

  /// The parameter at `index`, or 0.
  subscript(index: Int) -> Int { index < numbers.count ? numbers[index] : 0 }

  var isPasteStart: Bool {
    prefix == 0 && intermediate == 0 && final == UInt8(ascii: "~") && self[0] == 200
  }

  var focus: Bool? {
    guard prefix == 0, intermediate == 0, parts.count <= 1, self[0] == 0 else { return nil }
    switch final {
    case UInt8(ascii: "I"): return true
    case UInt8(ascii: "O"): return false
    default: return nil
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { min($0 * 10 + Int($1) - 0x30, 0x1F_FFFF) }
  }
}
