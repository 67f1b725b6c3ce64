/// A line from a server, fit to be quoted in a message: without control characters and secrets, and short.
struct ServerLine {
  private static let mostCharacters = 200

  /// Empty when nothing can be quoted.
  let text: String

  /// Takes the first line with anything to see; secrets are replaced wherever they stand.
  init(_ body: String, secrets: [String]) {
    let clean = secrets.filter { !$0.isEmpty }.reduce(body) { text, secret in
      text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "•••")
    }
    .withoutDataURLs
    let lines = clean.unicodeScalars.split { $0 == "\n" || $0 == "\r" || $0 == "\u{85}" }
    let line = lines.lazy.map { Self.visible($0) }.first { !$0.isEmpty } ?? ""
    text =
      line.count > Self.mostCharacters ? line.prefix(Self.mostCharacters - 1) + "…" : line
  }

  init(_ body: some Sequence<UInt8>, secrets: [String]) {
    self.init(String(decoding: Array(body), as: UTF8.self), secrets: secrets)
  }

  /// `: "the line"`, or nothing where there is no line.
  var quoted: String { text.isEmpty ? "" : ": \"\(text)\"" }

  private static func visible(_ line: String.UnicodeScalarView.SubSequence) -> String {
    var text = String.UnicodeScalarView()
    for scalar in line {
      switch scalar.properties.generalCategory {
      case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: text.append(" ")
      case .format, .surrogate, .privateUse, .unassigned: break
      default: text.append(scalar)
      }
    }
    let words = String(text).split(separator: " ")
    return words.joined(separator: " ")
  }
}

extension String {
  /// The text without the bytes of images, which a server may quote in part.
  fileprivate var withoutDataURLs: String {
    let pieces = split(separator: ";base64,", omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return self }
    let rest = pieces.dropFirst().map { piece in
      "•••" + piece.drop { $0.isASCII && ($0.isLetter || $0.isNumber || "+/=".contains($0)) }
    }
    return ([String(pieces[0])] + rest).joined(separator: ";base64,")
  }
}
