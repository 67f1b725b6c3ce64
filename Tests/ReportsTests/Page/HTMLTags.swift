/// The tags of a page, read as a browser would where it is well formed.
struct HTMLTags {
  private(set) var names: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var addresses: [String] = []
  /// Tags that close what is not open, and what is open at the end.
  private(set) var unbalanced: [String] = []

  private static let void: Set = ["meta", "img", "br", "hr", "input"]

  init(_ page: String) {
    var open: [String] = []
    var rest = Array(page.unicodeScalars)[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[(start + 1)...]
      if rest.first == "!" { continue }
      guard let end = Self.end(of: rest) else {
        unbalanced.append("<")
        return
      }
      let tag = String(String.UnicodeScalarView(rest[..<end]))
      rest = rest[(end + 1)...]
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        if open.last == name { open.removeLast() } else { unbalanced.append(tag) }
      } else {
        let name = String(tag.prefix { $0.isLetter || $0.isNumber })
        names.insert(name)
        readAttributes(tag.dropFirst(name.count))
        if !Self.void.contains(name) { open.append(name) }
      }
    }
    unbalanced += open
  }

  /// The `>` of a tag, outside of quotes.
  private static func end(of tag: ArraySlice<Unicode.Scalar>) -> Int? {
    var isQuoted = false
    return tag.indices.first { index in
      if tag[index] == "\"" { isQuoted.toggle() }
      return tag[index] == ">" && !isQuoted
    }
  }

  private mutating func readAttributes(_ text: Substring) {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() where index.isMultiple(of: 2) {
      for name in part.split(whereSeparator: { " =/\n".contains($0) }) {
        attributes.insert(String(name))
        if (name == "href" || name == "src") && index + 1 < parts.count {
          addresses.append(String(parts[index + 1]))
        }
      }
    }
  }
}
