import Typeset

/// A part of a message that keys can act on by itself.
package struct LaneElement: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case code
    case link
  }

  package let kind: Kind
  /// Where it begins in the message's content, in UTF-8 bytes.
  package let source: Int
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
  /// Where the elements of a kind begin, from the top; none in a message that was not read.
  func elements(_ kind: LaneElement.Kind) -> [Int] {
    switch kind {
    case .code: body.codeBlocks.map(\.source.lowerBound)
    case .link: body.links.map(\.source)
    }
  }

  /// The piece of code that an element is.
  package func code(of element: LaneElement?) -> CodeBlock? {
    guard let element, element.kind == .code else { return nil }
    return body.codeBlocks.first { $0.source.lowerBound == element.source }
  }

  /// The link that an element is.
  package func link(of element: LaneElement?) -> DocumentLink? {
    guard let element, element.kind == .link else { return nil }
    return body.links.first { $0.source == element.source }
  }
}
