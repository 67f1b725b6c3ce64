import CMarkdown

/// Goes along the source while the text without markup is read, so that each word knows where it stands.
///
/// cmark gives positions of blocks only; inside a block the words follow each other in the order of the
/// source, so each is searched from where the one before ended.
struct SourceCursor {
  let source: [UInt8]
  var offset = 0
  /// Where the block ends that is read; nothing is searched beyond.
  var limit: Int
  /// Text further away than this is taken for rewritten.
  static let reach = 4_096
  /// How often the place of a text is searched anew where it is not made of the source in a known way.
  private static let attempts = 64

  /// How a text without markup is made of the source.
  enum Form {
    /// With escapes and entities, within a line.
    case text
    /// As it is, with blanks for line ends.
    case code
    /// As it is, line by line.
    case html
  }

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
  /// Hands out a text in pieces, each with its place in the source and how much of the source it stands for,
  /// and moves behind it.
  ///
  /// Escaped characters, entities and line ends in code are not in the text as they are in the source;
  /// what stands for them is handed out as not verbatim.
  mutating func place(
    _ text: UnsafeBufferPointer<UInt8>,
    as form: Form,
    piece: (Slice<UnsafeBufferPointer<UInt8>>, _ source: Range<Int>, _ isVerbatim: Bool) -> Void
  ) {
    guard let found = findNear(text, as: form) else { return }
    if found.isVerbatim { return piece(text[...], found.place..<offset, true) }
    var index = 0
    var attempts = Self.attempts
    while index < text.count {
      let equal = commonPrefix(of: text[index...], as: form)
      let step = equal > 0 ? Step(text: equal, source: equal) : step(text[index...], as: form)
      guard let step else {
        if offset < limit, attempts > 0, anchor(text[index...], as: form) {
          attempts -= 1
          continue
        }
        let end = min(offset, source.count)
        for part in text[index...].split(separator: Floods.sign) { piece(part, end..<end, false) }
        return
      }
      let range = offset..<offset + step.source
      if equal > 0 || isFormulaSign && text[index] == UInt8(ascii: "`") {
        // The source rather than the text, in which something may be hidden from cmark.
        source[range].withUnsafeBufferPointer { piece($0[...], range, true) }
      } else if step.text > 0 {
        let place = offset + step.place
        piece(text[index..<index + step.text], place..<range.upperBound, step.isVerbatim)
      }
      index += step.text
      move(to: range.upperBound)
    }
  }

  /// How many bytes of a text are made of how many of the source, where the two differ.
  private struct Step {
    var text: Int
    var source: Int
    /// Where what the text stands for begins, from the cursor.
    var place = 0
    var isVerbatim = true
  }

  /// - Returns: `nil` where it is not known how the text goes on.
  private func step(_ text: Slice<UnsafeBufferPointer<UInt8>>, as form: Form) -> Step? {
    guard offset < limit, let first = text.first else { return nil }
    switch source[offset] {
    case UInt8(ascii: "$") where first == UInt8(ascii: "`"): return Step(text: 1, source: 1)
    case UInt8(ascii: "\\") where isFormulaSign && text.starts(with: "``".utf8):
      return Step(text: 2, source: 2)
    case UInt8(ascii: "\\") where form == .text || first == UInt8(ascii: "|"):
      if offset + 1 < limit, source[offset + 1] == first {
        return Step(text: 1, source: 2, place: 1)
      }
      return Step(text: first == UInt8(ascii: "\\") ? 1 : 0, source: 1)
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      guard form == .code, first == UInt8(ascii: " ") else { return nil }
      let end = endOfMargin(behindLineEndAt: offset, before: text.dropFirst())
      return Step(text: 1, source: end - offset, isVerbatim: source[offset] == UInt8(ascii: "\n"))
    case UInt8(ascii: "\t") where first == UInt8(ascii: " "):
      let blanks = text.prefix(4).prefix { $0 == UInt8(ascii: " ") }.count
      return Step(text: blanks, source: 1, isVerbatim: false)
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"):
      guard form == .html, offset > 0, source[offset - 1] == UInt8(ascii: "\n") else { return nil }
      let end = endOfMargin(from: offset, before: text)
      return end > offset ? Step(text: 0, source: end - offset) : nil
    case 0 where text.starts(with: "\u{FFFD}".utf8):
      return Step(text: 3, source: 1, isVerbatim: false)
    case UInt8(ascii: "&") where form == .text:
      let length = lengthOfEntity(at: offset)
      // What is no entity stands for itself.
      if text.starts(with: source[offset..<offset + length]) {
        return Step(text: length, source: length)
      }
      guard length > 1 else { return nil }
      let count = resync(text, after: offset + length)
      return Step(text: count, source: length, isVerbatim: false)
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
    var stretches: [(text: Int, source: Range<Int>)] = []
    var (rest, place) = (content, end)
    while !rest.isEmpty, place > line.lowerBound {
      let equal = zip(rest.reversed(), source[line.lowerBound..<place].reversed())
        .prefix { $0 == $1 || $0 == Floods.sign && Floods.mayHide($1) }.count
      if equal > 0 { stretches.append((rest.endIndex - equal, place - equal..<place)) }
      (rest, place) = (rest.dropLast(equal), place - equal)
      // What cmark shows for a zero.
      guard place > line.lowerBound, source[place - 1] == 0,
        rest.suffix(3).elementsEqual("\u{FFFD}".utf8)
      else { break }
      (rest, place) = (rest.dropLast(3), place - 1)
      stretches.append((rest.endIndex, place..<place + 1))
    }
    if !rest.isEmpty { piece(rest, place, false) }
    for (start, range) in stretches.reversed() {
      if range.count == 1, source[range.lowerBound] == 0 {
        piece(content[start..<start + 3], range.lowerBound, false)
      } else {
        source[range].withUnsafeBufferPointer { piece($0[...], range.lowerBound, true) }
      }
    }
    if isEnded {
      piece(text[content.endIndex...], end, end < line.upperBound && source[end] == 0x0A)
    }
  }

  private func commonPrefix(of text: Slice<UnsafeBufferPointer<UInt8>>, as form: Form) -> Int {
    zip(text, source[min(offset, limit)..<limit]).prefix { shown, byte in
      if shown == Floods.sign { return Floods.mayHide(byte) || shown == byte }
      return shown == byte
        && (form != .text || shown != UInt8(ascii: "\\") && shown != UInt8(ascii: "&"))
    }.count
  }

  /// How many bytes an entity became: up to where the text agrees with the source again.
  private func resync(_ text: Slice<UnsafeBufferPointer<UInt8>>, after end: Int) -> Int {
    let following = source[min(end, source.count)...].prefix(3).prefix {
      $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "&") && $0 != 0
    }
    for count in 1...max(1, min(8, text.count)) {
      let rest = text.dropFirst(count)
      let isCharacter = rest.first.map { $0 & 0xC0 != 0x80 } ?? true
      let agrees = zip(rest, following).allSatisfy { shown, byte in
        shown == byte || shown == Floods.sign && Floods.mayHide(byte)
      }
      if isCharacter, agrees { return count }
    }
    return min(text.count, 1)
  }
}
