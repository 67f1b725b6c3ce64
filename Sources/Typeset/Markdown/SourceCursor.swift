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
  /// How often the place of a text is searched anew where it is not made of the source in a known way.
  private static let attempts = 64

  init(_ source: [UInt8]) {
    self.source = source
    limit = source.count
  }

  mutating func move(to offset: Int) { self.offset = min(max(0, offset), source.count) }

  /// Moves behind a line end, which may be a line feed, a carriage return, or both.
  mutating func move(behindLineEndAt place: Int) {
    let isPair = source[place...].starts(with: "\r\n".utf8)
    move(to: place + (isPair ? 2 : 1))
  }

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
    guard let found = findNear(text) else { return }
    if found.isVerbatim { return piece(text[...], found.place, true) }
    var index = 0
    var attempts = Self.attempts
    while index < text.count {
      let equal = commonPrefix(of: text[index...])
      let step =
        equal > 0 ? (text: equal, source: equal, place: 0, isVerbatim: true) : step(text[index...])
      guard let step else {
        if offset < limit, attempts > 0, anchor(text[index...]) {
          attempts -= 1
          continue
        }
        return piece(text[index...], min(offset, source.count), false)
      }
      if equal > 0 || isFormulaSign && text[index] == UInt8(ascii: "`") {
        // The source rather than the text, in which something may be hidden from cmark.
        source[offset..<offset + step.source].withUnsafeBufferPointer {
          piece($0[...], offset, true)
        }
      } else if step.text > 0 {
        piece(text[index..<index + step.text], offset + step.place, step.isVerbatim)
      }
      index += step.text
      move(to: offset + step.source)
    }
  }

  /// How many bytes of the text are made of how many of the source, where the two differ; `nil` where it is
  /// not known how.
  private func step(
    _ text: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (text: Int, source: Int, place: Int, isVerbatim: Bool)? {
    guard offset < limit, let first = text.first else { return nil }
    switch source[offset] {
    case UInt8(ascii: "$") where first == UInt8(ascii: "`"): return (1, 1, 0, true)
    case UInt8(ascii: "\\") where isFormulaSign && text.starts(with: "``".utf8):
      return (2, 2, 0, true)
    case UInt8(ascii: "\\"):
      if offset + 1 < limit, source[offset + 1] == first { return (1, 2, 1, true) }
      return first == UInt8(ascii: "\\") ? (1, 1, 0, true) : (0, 1, 0, true)
    case UInt8(ascii: "\n") where first == UInt8(ascii: " "),
      UInt8(ascii: "\r") where first == UInt8(ascii: " "):
      // A line end in code, with what the next line is set in by.
      let blanks = source[offset..<limit].prefix { " \t\r\n".utf8.contains($0) }.count
      return (1, blanks, 0, source[offset] == UInt8(ascii: "\n"))
    case UInt8(ascii: "\t") where first == UInt8(ascii: " "):
      return (text.prefix(4).prefix { $0 == UInt8(ascii: " ") }.count, 1, 0, false)
    case 0 where text.starts(with: "\u{FFFD}".utf8): return (3, 1, 0, false)
    case UInt8(ascii: "&"):
      let length = lengthOfEntity(at: offset)
      // What is no entity stands for itself.
      if text.starts(with: source[offset..<offset + length]) { return (length, length, 0, true) }
      guard length > 1 else { return nil }
      return (resync(text, after: offset + length), length, 0, false)
    default: return nil
    }
  }

  /// Whether a formula begins or ends at the cursor.
  private var isFormulaSign: Bool {
    guard offset + 1 < source.count, source[offset] == UInt8(ascii: "\\") else {
      return offset < source.count && source[offset] == UInt8(ascii: "$")
    }
    return "()[]".utf8.contains(source[offset + 1])
  }

  /// Finds a text on the cursor's line, as it is or as it may have been written, else further on.
  private mutating func findNear(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (place: Int, isVerbatim: Bool)? {
    guard !text.isEmpty else { return nil }
    let (start, end) = (offset, limit)
    limit = min(
      end,
      source[offset..<max(offset, end)].prefix(Self.reach).firstIndex(of: 0x0A) ?? end
    )
    if let found = find(text) {
      limit = end
      return (found, true)
    }
    let isHere = anchor(text[...], least: min(text.count, 16))
    limit = end
    if isHere { return (offset, false) }
    if let found = find(text) { return (found, true) }
    offset = start
    anchor(text[...])
    return (offset, false)
  }

  /// Moves to the nearest place that goes on like the text, for as long as any does, up to 16 bytes.
  ///
  /// - Returns: Whether a place was found that agrees for as long as asked; the cursor stays else.
  @discardableResult
  private mutating func anchor(_ text: Slice<UnsafeBufferPointer<UInt8>>, least: Int = 1) -> Bool {
    let text = UnsafeBufferPointer(rebasing: text.prefix(16))
    var best = (count: 0, place: offset)
    for place in offset..<max(offset, min(limit, offset + Self.reach)) where best.count < text.count
    {
      let count = agreement(of: text, at: place)
      if count > best.count { best = (count, place) }
    }
    guard best.count >= least else { return false }
    offset = best.place
    return true
  }

  /// How many bytes of a text the source from a place on may stand for.
  private func agreement(of text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    var place = place
    var index = 0
    while index < text.count, place < limit {
      let byte = source[place]
      if byte == UInt8(ascii: "\\"), place + 1 < limit, source[place + 1] == text[index] {
        place += 2
        index += 1
      } else if byte == text[index]
        || byte == UInt8(ascii: "\n") && text[index] == UInt8(ascii: " ")
      {
        place += 1
        index += 1
      } else if byte == UInt8(ascii: "\t"), text[index] == UInt8(ascii: " ") {
        place += 1
        index += text[index...].prefix(4).prefix { $0 == UInt8(ascii: " ") }.count
      } else if byte == 0, text[index] == 0xEF {
        place += 1
        index += 3
      } else if byte == UInt8(ascii: "&") {
        let length = lengthOfEntity(at: place)
        guard length > 1 else { return index }
        place += length
        index += 1
        while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
      } else {
        return index
      }
    }
    return index
  }

  /// Hands out a line of code or HTML, which ends as its line of the source does: what stands before it
  /// there belongs to containers, and tabs that reach into these became spaces.
  func place(
    line text: Slice<UnsafeBufferPointer<UInt8>>,
    in line: Range<Int>,
    piece: (Slice<UnsafeBufferPointer<UInt8>>, _ source: Int, _ isVerbatim: Bool) -> Void
  ) {
    let end = line.upperBound - source[line].reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count
    let isEnded = text.last == UInt8(ascii: "\n")
    let content = isEnded ? text.dropLast() : text
    let equal = zip(content.reversed(), source[line.lowerBound..<end].reversed())
      .prefix { $0 == $1 || $0 == Floods.sign }.count
    let start = content.endIndex - equal
    if start > content.startIndex { piece(content[..<start], end - equal, false) }
    if equal > 0 {
      source[(end - equal)..<end].withUnsafeBufferPointer { piece($0[...], end - equal, true) }
    }
    if isEnded {
      piece(text[content.endIndex...], end, end < line.upperBound && source[end] == 0x0A)
    }
  }

  private func commonPrefix(of text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    zip(text, source[min(offset, limit)..<limit]).prefix {
      $0 == $1 && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "&") || $0 == Floods.sign
    }.count
  }

  /// The bytes from `&` to `;`; 1 where there is no entity.
  private func lengthOfEntity(at place: Int) -> Int {
    let name = source[(place + 1)...].prefix(40).prefix {
      $0 == UInt8(ascii: "#") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
    }
    guard !name.isEmpty, source[name.endIndex...].first == UInt8(ascii: ";") else { return 1 }
    return name.endIndex + 1 - place
  }

  /// How many bytes an entity became: up to where the text agrees with the source again.
  private func resync(_ text: Slice<UnsafeBufferPointer<UInt8>>, after end: Int) -> Int {
    let following = source[min(end, source.count)...].prefix(3).prefix {
      $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "&") && $0 != 0
    }
    for count in 1...max(1, min(8, text.count)) {
      let rest = text.dropFirst(count)
      let isCharacter = rest.first.map { $0 & 0xC0 != 0x80 } ?? true
      if isCharacter, zip(rest, following).allSatisfy({ $0 == $1 }) { return count }
    }
    return min(text.count, 1)
  }
}
