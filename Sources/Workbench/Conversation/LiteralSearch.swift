import Glibc

/// Looks for a text as it is in other texts; case counts only where it has capital letters, and a blank may be
/// any where that is asked for.
///
/// Works on UTF-8 in place: looking through ten megabytes takes some ten milliseconds.
package struct LiteralSearch: Sendable {
  private let wanted: [UInt8]
  /// What is looked for, folded; `nil` where bytes can be compared.
  private let folded: [Unicode.Scalar]?
  private let matchesCase: Bool
  /// For each byte, whether a hit can begin with it.
  private let begins: [Bool]

  /// Which blanks a blank of the query finds.
  package enum Blanks: Sendable {
    case exact
    /// Spaces, tabs and line ends, so that a phrase is found though its line is broken.
    case any
  }

  private let findsAnyBlank: Bool

  package init(_ query: String, blanks: Blanks = .exact) {
    findsAnyBlank = blanks == .any && query.utf8.contains { $0.isWhitespace }
    matchesCase = query.unicodeScalars.contains { $0.properties.isUppercase }
    wanted = Array((matchesCase ? query : query.lowercased()).utf8)
    let isPlain = matchesCase || wanted.allSatisfy { $0 < 0x80 }
    let scalars = String(decoding: wanted, as: UTF8.self).unicodeScalars
    folded = isPlain ? nil : Array(scalars)
    var begins = [Bool](repeating: false, count: 256)
    if let first = scalars.first {
      var starts = [String(first)]
      if !matchesCase { starts += [first.properties.uppercaseMapping] }
      for byte in starts.compactMap(\.utf8.first) { begins[Int(byte)] = true }
      if findsAnyBlank, starts.contains(where: { $0.utf8.first?.isWhitespace == true }) {
        for byte in UInt8.blanks { begins[Int(byte)] = true }
      }
    }
    self.begins = begins
  }

  /// The bytes that no hit is longer than.
  package var longestHitInBytes: Int { folded.map { 4 * $0.count } ?? wanted.count }

  package func isFound(in text: String) -> Bool { !ranges(in: text, atMost: 1).isEmpty }

  /// Where it is found, in UTF-8 bytes, from the start or from a later byte on; no two overlap.
  package func ranges(
    in text: String,
    from start: Int = 0,
    atMost limit: Int = .max
  ) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { ranges(in: $0, from: start, atMost: limit) }
  }

  /// The same in UTF-8.
  package func ranges(
    in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int = 0,
    atMost limit: Int = .max
  ) -> [Range<Int>] {
    guard !wanted.isEmpty, bytes.count >= wanted.count || folded != nil else { return [] }
    return begins.withUnsafeBufferPointer { begins in
      var found: [Range<Int>] = []
      var index = start
      while index < bytes.count, found.count < limit {
        if begins[Int(bytes[index])], let end = end(ofHitAt: index, in: bytes) {
          found.append(index..<end)
          index = end
        } else {
          index += 1
        }
      }
      return found
    }
  }

  private func end(ofHitAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if let folded { return self.end(of: folded, at: start, in: bytes) }
    let end = start + wanted.count
    guard end <= bytes.count else { return nil }
    if matchesCase, !findsAnyBlank {
      guard let base = bytes.baseAddress else { return nil }
      return memcmp(base + start, wanted, wanted.count) == 0 ? end : nil
    }
    for (offset, byte) in wanted.enumerated() {
      let found = bytes[start + offset]
      guard
        (matchesCase ? found : found.asciiLowercased) == byte
          || findsAnyBlank && byte.isWhitespace && found.isWhitespace
      else { return nil }
    }
    return end
  }

  private func end(
    of scalars: [Unicode.Scalar],
    at start: Int,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    // At a start of a scalar, since the first byte of one was found there.
    let rest = UnsafeBufferPointer(rebasing: bytes[start...].prefix(4 * scalars.count))
    var iterator = rest.makeIterator()
    var decoder = UTF8()
    var end = start
    for scalar in scalars {
      guard case .scalarValue(let next) = decoder.decode(&iterator) else { return nil }
      guard
        next == scalar || next.properties.lowercaseMapping.unicodeScalars.first == scalar
          || findsAnyBlank && scalar.isWhitespace && next.isWhitespace
      else { return nil }
      end += UTF8.width(next)
    }
    return end
  }
}

extension Unicode.Scalar {
  fileprivate var isWhitespace: Bool { UInt8(exactly: value)?.isWhitespace == true }
}

extension UInt8 {
  fileprivate static var blanks: [UInt8] { [0x20, 0x09, 0x0A, 0x0D] }

  fileprivate var isWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  fileprivate var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
