/// The link definitions and footnotes that a document is known to have.
struct References: Sendable {
  private struct Definition: Sendable {
    let label: String
    let url: String
    let title: String
  }

  private var links: [String: Definition] = [:]
  private var footnotes: Set<String> = []

  /// What is put before a part of a document, so that it is read as if the whole stood there.
  struct Preamble {
    var bytes: [UInt8] = []
    var lineCount = 0
    /// Labels of footnotes, in the order in which the preamble refers to them.
    var footnotes: [String] = []
    /// Those that the text before has defined.
    var known: Set<String> = []
    /// The labels of what the text may define as footnotes.
    var aliases: [FootnoteAlias] = []
  }

  func contains(_ label: String) -> Bool {
    let key = label.lowercased()
    return links[key] != nil || footnotes.contains(key)
  }

  /// Definitions of what the text may refer to, and references to the footnotes that it may define, which
  /// cmark would drop without one.
  ///
  /// A footnote of the text that is defined again gets a label of its own, as long as the one it has, since
  /// cmark would drop it (``FootnoteAlias``).
  func preamble(for text: inout ArraySlice<UInt8>) -> Preamble {
    var preamble = Preamble()
    let labels = ReferenceLabels.all(in: text)
    // At the start of what it is given cmark drops a byte order mark.
    var source = text.starts(with: "\u{FEFF}".utf8) ? "\n" : ""
    let places = ReferenceLabels.footnotePlaces(in: text)
    guard !labels.isEmpty || !places.isEmpty || !source.isEmpty else { return preamble }
    for label in labels.sorted() {
      guard let link = links[label] else { continue }
      source += "[\(link.label)]: <\(Self.escaped(link.url))> \"\(Self.escaped(link.title))\"\n\n"
    }
    for label in labels.intersection(footnotes).sorted() {
      source += "[\(label)]: \(label.dropFirst())\n\n"
      preamble.footnotes.append(label)
    }
    preamble.known = Set(preamble.footnotes)
    for label in places { preamble.add(label, in: &text) }
    if !preamble.footnotes.isEmpty {
      source += preamble.footnotes.map { "[\($0)]" }.joined(separator: "\n") + "\n\n"
    }
    preamble.bytes = Array(source.utf8)
    preamble.lineCount = source.utf8.count { $0 == UInt8(ascii: "\n") }
    return preamble
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "<", ">", "\\", "\"", "[", "]": result += "\\"
      case "&":
        result += "&amp;"
        continue
      case "\n", "\r":
        result += "&#10;"
        continue
      default: break
      }
      result.unicodeScalars.append(character)
    }
    return result
  }

  /// Takes the definitions in a part of a document that will not change any more.
  ///
  /// - Returns: The labels that are new, as they are compared.
  mutating func collect(from text: ArraySlice<UInt8>) -> Set<String> {
    var labels: [String] = []
    var seen: Set<String> = []
    for label in ReferenceLabels.defined(in: text) where !contains(label) {
      let isPlain = !Self.isFootnote(label) || FootnoteAlias.isPlain(label.utf8)
      if isPlain, seen.insert(label.lowercased()).inserted { labels.append(label) }
    }
    return labels.isEmpty ? [] : add(labels, definedIn: text)
  }

  /// Whether a label is that of a footnote, wherever a definition of it stands by itself.
  private static func isFootnote(_ label: String) -> Bool {
    label.first == "^" && label.count > 1 && !label.contains(" ")
  }

  /// Lets cmark say which labels a text defines: by references put before it, since it may end within code.
  private mutating func add(_ labels: [String], definedIn text: ArraySlice<UInt8>) -> Set<String> {
    let isStart = text.startIndex == 0 && text.starts(with: "\u{FEFF}".utf8)
    let text = settled(Floods.hidden(in: isStart ? text.dropFirst(3) : text))
    let probes = labels.map { "# [\($0)]\n" }.joined()
    guard let tree = MarkdownTree(Array("\(probes)\n".utf8) + text) else { return [] }
    var next = tree.root.firstChild
    var new: Set<String> = []
    for label in labels {
      guard let heading = next, heading.kind == .heading else { break }
      if let node = heading.firstChild, add(label, as: node) { new.insert(label.lowercased()) }
      next = heading.next
    }
    return new
  }

  /// A text in which what looks like a footnote and is none is hidden, as it is where the text is read.
  private func settled(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard !ReferenceLabels.footnotePlaces(in: text).isEmpty else { return text }
    var text = text
    let preamble = preamble(for: &text)
    guard let tree = MarkdownTree(preamble.bytes + text) else { return text }
    _ = preamble.settle(by: tree.footnotes, in: &text)
    return text
  }

  private mutating func add(_ label: String, as node: MarkdownNode) -> Bool {
    switch node.kind {
    case .footnoteReference: footnotes.insert(label.lowercased())
    case .link where !Self.isFootnote(label):
      links[label.lowercased()] = Definition(label: label, url: node.url, title: node.title)
    default: return false
    }
    return true
  }
}
