/// Walks over the bytes of a line and stops at each word that attaches a file.
struct AttachmentWordScanner {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> AttachmentWord? {
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "@")) {
      place = start + 1
      guard start == 0 || bytes[start - 1].isBlank else { continue }
      return word(from: start)
    }
    place = bytes.count
    return nil
  }

  private mutating func word(from start: Int) -> AttachmentWord {
    var path: [UInt8] = []
    let isQuoted = place < bytes.count && bytes[place].isQuote
    let isOpen = isQuoted ? takeQuoted(into: &path) : takeBare(into: &path)
    return AttachmentWord(
      range: start..<place,
      path: String(decoding: path, as: UTF8.self),
      isQuoted: isQuoted,
      isOpen: isOpen
    )
  }

  /// Takes the text between quotation marks; a backslash stands before one that is meant, and before
  /// another backslash.
  ///
  /// - Returns: Whether the closing mark is missing.
  private mutating func takeQuoted(into path: inout [UInt8]) -> Bool {
    place += 1
    while place < bytes.count, !bytes[place].isQuote {
      let isEscape =
        bytes[place].isBackslash && place + 1 < bytes.count && bytes[place + 1].isEscapable
      if isEscape { place += 1 }
      path.append(bytes[place])
      place += 1
    }
    guard place < bytes.count else { return true }
    place += 1
    return false
  }

  /// Takes everything up to a blank that has no backslash before it.
  ///
  /// - Returns: Whether a backslash ends the line.
  private mutating func takeBare(into path: inout [UInt8]) -> Bool {
    while place < bytes.count, !bytes[place].isBlank {
      if bytes[place].isBackslash { place += 1 }
      guard place < bytes.count else { return true }
      path.append(bytes[place])
      place += 1
    }
    return false
  }
}

extension UInt8 {
  /// A space or a tab, which end a word.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  var isBackslash: Bool { self == UInt8(ascii: "\\") }
  var isQuote: Bool { self == UInt8(ascii: "\"") }
  fileprivate var isEscapable: Bool { isBackslash || isQuote }
}
