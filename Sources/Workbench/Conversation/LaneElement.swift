import Typeset

/// A part of a message that keys can act on by itself.
package struct LaneElement: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case code
    case link
  }

  package let kind: Kind
  package let section: MessageSection
  /// Where it begins in the section's source, in UTF-8 bytes.
  package let source: Int

  var anchor: MessageAnchor { section.anchor(offset: source) }
}

extension LaneElement.Kind {
  var name: String {
    switch self {
    case .code: "piece of code"
    case .link: "link"
    }
  }

  /// Whether a text can hold one at all; cheap, so that messages without need not be read.
  func mayBe(in text: String) -> Bool {
    let signs =
      self == .code ? ["```", "~~~", "    ", "\t"] : ["](", "][", "]:", "<", "http", "www."]
    return signs.contains { LiteralSearch($0).isFound(in: text) }
  }
}

extension MessageText {
  /// The elements of a kind that are not folded away, from the top; none in a message that was not read.
  func elements(_ kind: LaneElement.Kind) -> [LaneElement] {
    shownSections.flatMap { section in
      let document = document(section)
      let places =
        switch kind {
        case .code: document.codeBlocks.map(\.source.lowerBound)
        case .link: document.links.map(\.source)
        }
      return places.map { LaneElement(kind: kind, section: section, source: $0) }
    }
  }

  /// The piece of code that an element is.
  package func code(of element: LaneElement?) -> CodeBlock? {
    guard let element, element.kind == .code, shownSections.contains(element.section) else {
      return nil
    }
    return document(element.section).codeBlocks.first { $0.source.lowerBound == element.source }
  }

  /// The link that an element is.
  package func link(of element: LaneElement?) -> DocumentLink? {
    guard let element, element.kind == .link, shownSections.contains(element.section) else {
      return nil
    }
    return document(element.section).links.first { $0.source == element.source }
  }
}
