import FoundationEssentials

/// An example of CommonMark's specification, or of one of GitHub's extensions, from the package that
/// `scripts/setup --tests` installs.
struct SpecificationExample {
  let name: String
  let markdown: String
  /// As the specification says that it is read.
  let html: String

  /// Tells an example of one edition from that of another with the same number.
  var fingerprint: String { markdown.fingerprint }

  private static let folder = "/usr/share/gocode/src/github.com/yuin/goldmark"

  /// Empty where the package is not installed.
  static let all = commonMark + extensions.flatMap(examples(ofExtension:))

  private static let extensions = ["table", "strikethrough", "tasklist", "linkify", "footnote"]

  private static let commonMark: [SpecificationExample] = {
    struct Entry: Decodable {
      let markdown: String
      let html: String
      let example: Int
    }
    guard let data = FileManager.default.contents(atPath: folder + "/_test/spec.json"),
      let entries = try? JSONDecoder().decode([Entry].self, from: data)
    else { return [] }
    return entries.map {
      SpecificationExample(name: "\($0.example)", markdown: $0.markdown, html: $0.html)
    }
  }()

  /// The examples of an extension stand between lines of signs: name, Markdown, HTML.
  private static func examples(ofExtension name: String) -> [SpecificationExample] {
    guard let data = FileManager.default.contents(atPath: "\(folder)/extension/_test/\(name).txt")
    else { return [] }
    var examples: [SpecificationExample] = []
    var parts: [[Substring]] = [[]]
    for line in String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("//= = =") {
        guard parts.count == 3 else { return examples }
        let texts = parts.map { $0.joined(separator: "\n") + "\n" }
        let title = "\(name) \(examples.count + 1)"
        examples.append(SpecificationExample(name: title, markdown: texts[1], html: texts[2]))
        parts = [[]]
      } else if line.hasPrefix("//- - -") {
        parts.append([])
      } else {
        parts[parts.count - 1].append(line)
      }
    }
    return examples
  }
}

extension SpecificationExample {
  /// The words that a reader of the HTML sees.
  var words: [String] {
    var text = ""
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      let tag = rest[open...].prefix { $0 != ">" }
      if tag.hasPrefix("<img"), let alt = tag.firstRange(of: "alt=\"") {
        text += tag[alt.upperBound...].prefix { $0 != "\"" }
      } else if !["<em", "</em", "<str", "</str", "<a", "</a", "<co", "</co", "<de", "</de"]
        .contains(where: tag.hasPrefix)
      {
        text += " "
      }
      rest = rest[tag.endIndex...].dropFirst()
    }
    text += rest
    for arrow in ["&#160;", "&#x21a9;", "&#xfe0e;"] { text = text.replacing(arrow, with: " ") }
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.replacing(entity, with: sign)
    }
    return text.split { $0.isWhitespace }.map(String.init)
  }
}

extension String {
  /// FNV-1a of the UTF-8: the same on every machine, unlike a `Hasher`'s.
  var fingerprint: String {
    let hash = utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}
