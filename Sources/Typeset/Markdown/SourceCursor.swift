import CMarkdown

/// Goes along the source while the text without markup is read, so that each word knows where it stands.
///
/// cmark gives positions of blocks only; inside a block the words follow each other in the order of the
/// source, so each is searched from where the one before ended.
struct SourceCursor {
  let source: [UInt8]
  private(set) var offset = 0
  /// Where the block ends that is read; nothing is searched beyond.
  private var limit: Int
  /// Text further away than this is taken for rewritten.
  private static let reach = 4_096

  init(_ source: [UInt8]) {
    self.source = source
    limit = source.count
  }

  mutating func move(to offset: Int) { self.offset = min(max(0, offset), source.count) }

  mutating func stop(at end: Int?) { limit = max(offset, min(end ?? source.count, source.count)) }

  /// Finds a text as it is and moves behind it.
  ///
  /// - Returns: Where it stands; `nil` where it does not, and the cursor stays.
  mutating func find(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = text.baseAddress, !text.isEmpty else { return nil }
    let count = min(limit - offset, Self.reach + text.count)
    let found = source.withUnsafeBufferPointer { bytes -> Int? in
      guard let start = bytes.baseAddress, count > 0 else { return nil }
      let place = memmem(start + offset, count, base, text.count)
      return place.map { UnsafeRawPointer($0) - UnsafeRawPointer(start) }
    }
    if let found { offset = found + text.count }
    return found
  }

  /// Moves over an address behind a link's text: `](…)` or `][…]`.
  mutating func skipLinkTail() {
    guard offset + 1 < source.count, source[offset] == UInt8(ascii: "]") else { return }
    let open = source[offset + 1]
    guard open == UInt8(ascii: "(") || open == UInt8(ascii: "[") else { return }
    let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var depth = 0
    var index = offset + 1
    let limit = min(limit, offset + Self.reach)
    while index < limit {
      let byte = source[index]
      if byte == UInt8(ascii: "\\") { index += 1 }
      if byte == open { depth += 1 }
      if byte == close { depth -= 1 }
      index += 1
      if depth == 0 {
        offset = min(index, source.count)
        return
      }
    }
  }
}

extension SourceCursor {
  /// Hands out a text in pieces, each with its place in the source, and moves behind it.
  ///
  /// Escaped characters, entities and line ends in code are not in the text as they are in the source;
  /// what stands for them is handed out as not verbatim.
  mutating func place(
    _ text: UnsafeBufferPointer<UInt8>,
    piece: (Slice<UnsafeBufferPointer<UInt8>>, _ source: Int, _ isVerbatim: Bool) -> Void
  ) {
    if let found = find(text) { return piece(text[...], found, true) }
    guard let first = text.first else { return }
    seek(first)
    var index = 0
    while index < text.count {
      let equal = commonPrefix(of: text[index...])
      if equal > 0 {
        piece(text[index..<index + equal], offset, true)
        index += equal
        offset += equal
        continue
      }
      guard offset < limit else { break }
      switch source[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "\n") where text[index] == UInt8(ascii: " "):
        piece(text[index..<index + 1], offset, true)
        index += 1
        offset += 1
      case UInt8(ascii: "&"):
        let length = lengthOfEntity()
        guard length > 1 else { return piece(text[index...], offset, false) }
        let count = resync(text[index...], after: offset + length)
        piece(text[index..<index + count], offset, false)
        index += count
        offset += length
      default: return piece(text[index...], offset, false)
      }
    }
    if index < text.count { piece(text[index...], offset, false) }
  }

  /// Moves to the next byte that may stand for the first of a text.
  private mutating func seek(_ first: UInt8) {
    var index = offset
    let limit = min(limit, offset + Self.reach)
    while index < limit {
      let byte = source[index]
      if byte == first || byte == UInt8(ascii: "&") {
        offset = index
        return
      }
      if byte == UInt8(ascii: "\\"), index + 1 < limit, source[index + 1] == first {
        offset = index
        return
      }
      index += 1
    }
  }

  private func commonPrefix(of text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    zip(text, source[offset...]).prefix { $0 == $1 && $0 != UInt8(ascii: "\\") }.count
  }

  /// The bytes from `&` to `;`; 1 where there is no entity.
  private func lengthOfEntity() -> Int {
    let end = source[offset...].prefix(40).firstIndex(of: UInt8(ascii: ";"))
    return end.map { $0 + 1 - offset } ?? 1
  }

  /// How many bytes an entity became: up to where the text agrees with the source again.
  private func resync(_ text: Slice<UnsafeBufferPointer<UInt8>>, after end: Int) -> Int {
    let following = source[min(end, source.count)...].prefix(3)
    for count in 1...max(1, min(8, text.count)) {
      let rest = text.dropFirst(count)
      if rest.isEmpty
        || zip(rest, following).allSatisfy({
          $0 == $1 || $1 == UInt8(ascii: "\\") || $1 == UInt8(ascii: "&")
        })
      {
        if rest.first.map({ $0 & 0xC0 != 0x80 }) ?? true { return count }
      }
    }
    return min(text.count, 1)
  }
}
