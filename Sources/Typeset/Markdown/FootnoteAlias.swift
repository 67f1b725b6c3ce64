/// The label of what may be a footnote, as cmark is given it: cmark drops a footnote whose label another one
/// has, and one that nothing refers to, so that some get a label of their own, of the same length.
struct FootnoteAlias: Sendable {
  /// How the label is compared.
  let name: String
  /// Where it stands, behind its `^`.
  let place: Range<Int>
  let original: [UInt8]
  private(set) var isWritten = false

  /// What no one writes in a label, and what is not white space.
  private static let signs = Array(UInt8(1)...8) + Array(UInt8(14)...31)

  init(label: Range<Int>, in text: ArraySlice<UInt8>) {
    name = ReferenceLabels.normalized(text[label])
    place = (label.lowerBound + 1)..<label.upperBound
    original = Array(text[place])
  }

  var isPlain: Bool { Self.isPlain(original) }

  /// Whether a reference by a label, without its `^`, is never read as something else.
  static func isPlain(_ label: some Sequence<UInt8>) -> Bool {
    label.allSatisfy {
      $0 >= 0x80 || "-_^.,#+=%?".utf8.contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
    }
  }

  /// Writes a label that only the `count`th footnote of the text has.
  mutating func write(_ count: Int, in text: inout ArraySlice<UInt8>) {
    isWritten = true
    var rest = count
    for index in place {
      text[index] = Self.signs[rest % Self.signs.count]
      rest /= Self.signs.count
    }
  }

  var bracket: Int { place.lowerBound - 2 }

  /// Whether only the signs of containers stand before the label on its line.
  func mayDefineLink(on line: Int, of text: ArraySlice<UInt8>) -> Bool {
    let signs = text[line..<bracket]
    return signs.indices.allSatisfy {
      switch text[$0] {
      case UInt8(ascii: "["):
        text[$0..<bracket].isTaskSign
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: " \t>-+*.)]xX".utf8.contains(text[$0])
      }
    }
  }

  mutating func undo(in text: inout ArraySlice<UInt8>) {
    guard isWritten else { return }
    for (index, byte) in zip(place, original) { text[index] = byte }
    isWritten = false
  }
}

extension References.Preamble {
  /// Refers to a footnote that the text may define, by a new label where the old one will not do.
  mutating func add(_ label: Range<Int>, in text: inout ArraySlice<UInt8>) {
    var alias = FootnoteAlias(label: label, in: text)
    if !alias.isPlain || footnotes.contains(alias.name) { alias.write(aliases.count, in: &text) }
    footnotes.append(
      alias.isWritten ? "^" + String(decoding: text[alias.place], as: UTF8.self) : alias.name
    )
    aliases.append(alias)
  }

  /// Lets the first footnote of each label have it, and takes back what is not the label of a footnote, but
  /// text that looks like one; cmark would take it for the label of a link behind a task's sign, and where a
  /// line goes on with a paragraph.
  ///
  /// - Returns: Whether anything was changed.
  func settle(by defined: [MarkdownNode], in text: inout ArraySlice<UInt8>) -> Bool {
    guard !aliases.isEmpty else { return false }
    let lines = SourceLines(of: text, added: lineCount)
    var open: [Int: Int] = [:]
    for node in defined {
      if let start = lines.start(ofLine: node.startLine) { open[start, default: 0] += 1 }
    }
    var taken = known
    var isChanged = false
    for var alias in aliases {
      let line = lines.start(ofLineAt: alias.place.lowerBound)
      let isDefined = open[line, default: 0] > 0
      if isDefined { open[line, default: 0] -= 1 }
      let isAlias = isDefined && (!alias.isPlain || !taken.insert(alias.name).inserted)
      if !isAlias, alias.isWritten {
        alias.undo(in: &text)
        isChanged = true
      }
      if !isDefined, alias.mayDefineLink(on: line, of: text) {
        text[alias.bracket] = Floods.sign
        isChanged = true
      }
    }
    return isChanged
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isTaskSign: Bool {
    starts(with: "[ ]".utf8) || starts(with: "[x]".utf8) || starts(with: "[X]".utf8)
  }
}
