extension SourceCursor {
  /// Finds the nearest place where a text begins, as it is or as it may have been written.
  ///
  /// - Returns: Whether it stands there byte for byte: then the cursor is behind it, else at its beginning.
  mutating func findNear(
    _ text: UnsafeBufferPointer<UInt8>,
    as form: Form
  ) -> (place: Int, isVerbatim: Bool)? {
    guard !text.isEmpty else { return nil }
    let start = offset
    if let found = findOnLine(text) {
      // What is nearer may be the text as well, with an escape or an entity in it.
      let head = UnsafeBufferPointer(rebasing: text.prefix(64))
      let nearer = (start..<found).first { agreement(of: head, at: $0, as: form) == head.count }
      guard let nearer else { return (found, true) }
      offset = nearer
      return (nearer, false)
    }
    if anchor(text[...], as: form, least: min(text.count, 16)) { return (offset, false) }
    if let found = find(text) { return (found, true) }
    anchor(text[...], as: form)
    return (offset, false)
  }

  private mutating func findOnLine(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let end = limit
    defer { limit = end }
    let line = source[offset..<max(offset, end)].prefix(Self.reach)
    limit = line.firstIndex(of: UInt8(ascii: "\n")) ?? end
    return find(text)
  }

  /// Moves to the nearest place that goes on like the text, for as long as any does, up to 16 bytes.
  ///
  /// - Returns: Whether a place was found that agrees for as long as asked; the cursor stays else.
  @discardableResult
  mutating func anchor(
    _ text: Slice<UnsafeBufferPointer<UInt8>>,
    as form: Form,
    least: Int = 1
  ) -> Bool {
    let text = UnsafeBufferPointer(rebasing: text.prefix(16))
    var best = (count: 0, place: offset)
    for place in offset..<max(offset, min(limit, offset + Self.reach)) where best.count < text.count
    {
      let count = agreement(of: text, at: place, as: form)
      if count > best.count { best = (count, place) }
    }
    guard best.count >= least else { return false }
    offset = best.place
    return true
  }

  /// How many bytes of a text the source from a place on may stand for.
  private func agreement(
    of text: UnsafeBufferPointer<UInt8>,
    at place: Int,
    as form: Form
  ) -> Int {
    var place = place
    var index = 0
    while index < text.count, place < limit {
      let byte = source[place]
      let shown = text[index]
      if byte == UInt8(ascii: "\\"), place + 1 < limit, source[place + 1] == shown,
        form == .text || shown == UInt8(ascii: "|")
      {
        place += 2
        index += 1
      } else if form == .text, byte == UInt8(ascii: "&"),
        let end = endOfEntity(at: place, text[index...])
      {
        place = end
        index += 1
        while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
      } else if byte == shown || shown == Floods.sign && Floods.mayHide(byte) {
        place += 1
        index += 1
        if form == .html, byte == UInt8(ascii: "\n"), index < text.count {
          place = endOfMargin(from: place, before: text[index...])
        }
      } else if shown == UInt8(ascii: " "), form == .code,
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      {
        index += 1
        place = endOfMargin(behindLineEndAt: place, before: text[index...])
      } else if let count = replacement(of: byte, in: text[index...]) {
        place += 1
        index += count
      } else {
        return index
      }
    }
    return index
  }

  /// Where a text begins on its line: behind blanks that are not its own, and behind the signs of quotes unless
  /// it begins with one.
  func endOfMargin(from place: Int, before text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let own = text.prefix { $0 == UInt8(ascii: " ") }.count
    let isQuoteSign = text.dropFirst(own).first == UInt8(ascii: ">")
    var end = place
    while end < limit {
      switch source[end] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): end += 1
      case UInt8(ascii: ">") where !isQuoteSign: end += 1
      default: return end - source[place..<end].suffix(own).reversed().prefix { $0 == 0x20 }.count
      }
    }
    return end
  }

  /// The same of the line that follows a line end.
  func endOfMargin(
    behindLineEndAt place: Int,
    before text: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Int {
    let isPair = source[place...].starts(with: "\r\n".utf8)
    return endOfMargin(from: min(limit, place + (isPair ? 2 : 1)), before: text)
  }

  /// How many bytes a text has for a tab that reaches into a margin, or for a zero.
  private func replacement(of byte: UInt8, in text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    switch (byte, text.first) {
    case (UInt8(ascii: "\t"), UInt8(ascii: " ")):
      text.prefix(4).prefix { $0 == UInt8(ascii: " ") }.count
    case (0, 0xEF): 3
    default: nil
    }
  }

  /// Where an entity ends; `nil` where there is none, or the text shows it as it is.
  private func endOfEntity(at place: Int, _ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let end = place + lengthOfEntity(at: place)
    guard end > place + 1, end <= limit else { return nil }
    return zip(text, source[place..<end]).allSatisfy { $0 == $1 } ? nil : end
  }

  /// The bytes from `&` to `;`; 1 where there is no entity.
  func lengthOfEntity(at place: Int) -> Int {
    let name = source[(place + 1)...].prefix(40).prefix {
      $0 == UInt8(ascii: "#") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
    }
    guard !name.isEmpty, source[name.endIndex...].first == UInt8(ascii: ";") else { return 1 }
    return name.endIndex + 1 - place
  }
}
