/// A part of a message on one line, with the places of what was found.
struct Excerpt: Hashable {
  private(set) var text = ""
  /// In UTF-8 bytes of the text.
  private(set) var found: [Range<Int>] = []

  /// What stands around a find in the index's answer: private characters that no one has a use for.
  static let opening: Unicode.Scalar = "\u{10FFFC}"
  static let closing: Unicode.Scalar = "\u{10FFFD}"
  /// Characters that are shown at most.
  static let limit = 400

  /// Bytes of the text that are shown before the first find.
  private static let bytesBefore = 60

  /// The part around the first find.
  ///
  /// `highlight()` marks a text in time that rises with its length; `snippet()`, which would choose the part, took
  /// 80 ms for a text of ten kilobytes whose every word was found.
  /// - Parameter marked: A text with ``opening`` and ``closing`` around each find.
  init(marked: String) {
    let part = Self.part(of: marked)
    if part.startIndex > marked.startIndex { text = "\u{2026}" }
    var start: Int?
    var count = 0
    for scalar in part.unicodeScalars {
      switch scalar {
      case Self.opening: start = text.utf8.count
      case Self.closing:
        if let start, start < text.utf8.count { found.append(start..<text.utf8.count) }
        start = nil
      default:
        guard count < Self.limit else {
          if let start, start < text.utf8.count { found.append(start..<text.utf8.count) }
          text += "\u{2026}"
          return
        }
        append(scalar)
        count += 1
      }
    }
  }

  /// From a word a little before the first find on.
  private static func part(of marked: String) -> Substring {
    let mark = String(opening)
    let utf8 = marked.utf8
    guard let find = utf8.firstRange(of: mark.utf8)?.lowerBound else { return marked[...] }
    guard
      let early = utf8.index(find, offsetBy: -bytesBefore, limitedBy: utf8.startIndex),
      early > utf8.startIndex
    else { return marked[...] }
    let blanks = " \n\t".utf8
    let word = utf8[early..<find].firstIndex { blanks.contains($0) }.map(utf8.index(after:))
    let start = word ?? early
    // Never within a character.
    return marked[(start.samePosition(in: marked.unicodeScalars) ?? find)...]
  }

  /// White space of any kind and length is one space.
  private mutating func append(_ scalar: Unicode.Scalar) {
    if !scalar.properties.isWhitespace {
      text.unicodeScalars.append(scalar)
    } else if !text.isEmpty, text.utf8.last != UInt8(ascii: " ") {
      text += " "
    }
  }
}
