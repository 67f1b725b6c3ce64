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

  /// - Parameter marked: A text with ``opening`` and ``closing`` around each find.
  init(marked: String) {
    var start: Int?
    var count = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case Self.opening: start = text.utf8.count
      case Self.closing:
        if let start, start < text.utf8.count { found.append(start..<text.utf8.count) }
        start = nil
      default:
        guard count < Self.limit else { continue }
        append(scalar)
        count += 1
      }
    }
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
