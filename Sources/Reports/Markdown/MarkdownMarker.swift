import Conversation

/// The comments by which an exported text is told apart from the texts in it, as the boundaries of mail are
/// (RFC 2046, 5.1): they hold a word that stands in none of them, which the front matter names.
struct MarkdownMarker: Hashable {
  /// What begins behind a marker.
  enum Kind: String {
    /// A message; stands behind its heading.
    case message
    case reasoning
    /// The words of a message, where something else stands between them and its heading.
    case content
    case file
    /// Nothing that is read.
    case end
    /// Nothing of this conversation.
    case close
  }

  /// `weir-` and eight hexadecimal digits.
  let boundary: String

  init(boundary: String) {
    self.boundary = boundary
  }

  /// A boundary that none of the texts holds.
  init(apartFrom texts: [String], seed: String) {
    var round = 0
    var boundary = ""
    repeat {
      let digits = String(StableHash(seed, String(round)).value >> 32, radix: 16)
      boundary = "weir-" + String(repeating: "0", count: 8 - digits.count) + digits
      round += 1
    } while texts.contains { Array($0.utf8).contains(boundary.utf8) }
    self.boundary = boundary
  }

  /// The comment, which ends with its line.
  func text(_ kind: Kind, _ json: JSONValue? = nil) -> String {
    guard let json else { return "<!-- \(boundary) \(kind.rawValue) -->" }
    return "<!-- \(boundary) \(kind.rawValue) \(json.printableText.withoutDashes) -->"
  }
}

extension String {
  /// JSON text in which no two dashes stand side by side, since they could end a comment.
  fileprivate var withoutDashes: String {
    guard contains("--") || contains(">") else { return self }
    var text = ""
    var wasDash = false
    for scalar in unicodeScalars {
      if scalar == "-" && wasDash {
        text += "\\u002d"
        wasDash = false
      } else if scalar == ">" {
        text += "\\u003e"
        wasDash = false
      } else {
        text.unicodeScalars.append(scalar)
        wasDash = scalar == "-"
      }
    }
    return text
  }
}
