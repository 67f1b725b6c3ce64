/// Reads a text token by token.
struct TokenReader {
  /// One character.
  private struct Cluster {
    var kind: TokenKind
    var end: Int
  }

  private var offset: Int

  /// - Parameter offset: Where a token begins.
  init(from offset: Int) {
    self.offset = offset
  }

  /// The next token of a text, of which the whole is given each time; `nil` at its end.
  mutating func next(in bytes: Span<UInt8>) -> (TokenKind, Range<Int>)? {
    guard offset < bytes.count else { return nil }
    let start = offset
    let first = Self.cluster(in: bytes, at: start)
    offset = first.end
    switch first.kind {
    case .newline, .character: break
    case .blank:
      while let next = clusterBehind(in: bytes), next.kind == .blank { offset = next.end }
    case .sign:
      let count = first.end - start
      while let next = clusterBehind(in: bytes), next.end - offset == count,
        repeats(count, in: bytes)
      {
        offset = next.end
      }
    case .word:
      while let next = clusterBehind(in: bytes) {
        if next.kind == .word {
          offset = next.end
        } else if let end = endOfWordPart(behind: next, in: bytes) {
          offset = end
        } else {
          break
        }
      }
    }
    return (first.kind, start..<offset)
  }

  private func clusterBehind(in bytes: Span<UInt8>) -> Cluster? {
    offset < bytes.count ? Self.cluster(in: bytes, at: offset) : nil
  }

  private static func cluster(in bytes: Span<UInt8>, at start: Int) -> Cluster {
    let first = bytes.scalar(at: start)
    let kind = TokenKind(first.value)
    var end = start + first.length
    let isSimple = first.value < 0x80 && first.value != 0x0D
    if end == bytes.count || isSimple && bytes[end] < 0x80 { return Cluster(kind: kind, end: end) }
    var recognizer = Unicode._CharacterRecognizer(first: first.value)
    while end < bytes.count {
      let next = bytes.scalar(at: end)
      guard let scalar = Unicode.Scalar(next.value), !recognizer.hasBreak(before: scalar)
      else { break }
      end += next.length
    }
    return Cluster(kind: kind, end: end)
  }

  /// Whether the next bytes are those before them.
  private func repeats(_ count: Int, in bytes: Span<UInt8>) -> Bool {
    (0..<count).allSatisfy { bytes[offset + $0] == bytes[offset - count + $0] }
  }

  /// The end of the cluster behind an apostrophe between letters, or a point or comma between digits.
  private func endOfWordPart(behind sign: Cluster, in bytes: Span<UInt8>) -> Int? {
    guard sign.kind == .sign, sign.end < bytes.count else { return nil }
    switch (bytes[offset], sign.end - offset) {
    case (UInt8(ascii: "."), 1), (UInt8(ascii: ","), 1):
      guard Self.isDigit(bytes[offset - 1]), Self.isDigit(bytes[sign.end]) else { return nil }
    case (UInt8(ascii: "'"), 1): break
    case (0xE2, 3):
      guard bytes[offset + 1] == 0x80, bytes[offset + 2] == 0x99 else { return nil }
    default: return nil
    }
    let next = Self.cluster(in: bytes, at: sign.end)
    return next.kind == .word ? next.end : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
