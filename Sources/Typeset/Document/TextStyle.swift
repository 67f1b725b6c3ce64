/// What a stretch of a document's text is, by which a theme draws it.
package struct TextStyle: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case text, heading, link, code, codeBlock, maths, html, footnote, tableHeader
    /// What the layout adds: bullets and numbers, the bar of a quote, lines, the language of a block.
    case marker, quoteBar, rule, codeLabel
    /// Code of a known language.
    case syntax(CodeRole)
  }

  /// How text is stressed; any of them together.
  package struct Emphasis: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let strong = Emphasis(rawValue: 1)
    package static let emphasis = Emphasis(rawValue: 2)
    package static let strike = Emphasis(rawValue: 4)
  }

  package var kind: Kind
  package var emphasis: Emphasis

  package init(_ kind: Kind = .text, _ emphasis: Emphasis = []) {
    self.kind = kind
    self.emphasis = emphasis
  }
}
