import CMarkdown
import Glibc

/// One node of a ``MarkdownTree``.
struct MarkdownNode {
  enum Kind {
    case document, quote, list, paragraph, heading, rule, codeBlock, htmlBlock, footnote
    case item, checkedItem, uncheckedItem
    case table, tableHeader, tableRow, tableCell
    case text, softBreak, lineBreak, code, html, emphasis, strong, strike, link, image
    case footnoteReference
    case other
  }

  let handle: OpaquePointer

  var kind: Kind {
    switch cmark_node_get_type(handle) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: itemKind
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnote
    default: extensionKind
    }
  }

  /// A task is an item whose type string an extension has changed.
  private var itemKind: Kind {
    guard strcmp(cmark_node_get_type_string(handle), "tasklist") == 0 else { return .item }
    return cmark_gfm_extensions_get_tasklist_item_checked(handle) ? .checkedItem : .uncheckedItem
  }

  private var extensionKind: Kind {
    switch String(cString: cmark_node_get_type_string(handle)) {
    case "table": .table
    case "table_header": .tableHeader
    case "table_row": .tableRow
    case "table_cell": .tableCell
    case "strikethrough": .strike
    default: .other
    }
  }

  var parent: MarkdownNode? { cmark_node_parent(handle).map(MarkdownNode.init) }
  var firstChild: MarkdownNode? { cmark_node_first_child(handle).map(MarkdownNode.init) }
  var lastChild: MarkdownNode? { cmark_node_last_child(handle).map(MarkdownNode.init) }
  var next: MarkdownNode? { cmark_node_next(handle).map(MarkdownNode.init) }
  var previous: MarkdownNode? { cmark_node_previous(handle).map(MarkdownNode.init) }

  /// From 1; 0 for a paragraph that a table was split from.
  var startLine: Int { Int(cmark_node_get_start_line(handle)) }

  /// In bytes, from 1.
  var startColumn: Int { Int(cmark_node_get_start_column(handle)) }

  /// The last line of a block, from 1; less than the first where cmark does not say.
  var endLine: Int { Int(cmark_node_get_end_line(handle)) }

  func unlink() { cmark_node_unlink(handle) }

  /// Puts a node first among the children.
  func prepend(_ node: MarkdownNode) { cmark_node_prepend_child(handle, node.handle) }

  /// Puts a node behind this one.
  func insertAfter(_ node: MarkdownNode) { cmark_node_insert_after(handle, node.handle) }

  /// Hands out the literal's bytes; they are valid during the call.
  func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    Self.withBytes(cmark_node_get_literal(handle), body)
  }

  var literal: String { withLiteral { String(decoding: $0, as: UTF8.self) } }

  /// The words after a fence's opening.
  var fenceInfo: String {
    Self.withBytes(cmark_node_get_fence_info(handle)) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether code stands in a fence.
  var isFenced: Bool {
    var (length, offset, sign) = (Int32(0), Int32(0), CChar(0))
    return cmark_node_get_fenced(handle, &length, &offset, &sign) != 0
  }

  /// A link's or an image's address.
  var url: String {
    Self.withBytes(cmark_node_get_url(handle)) { String(decoding: $0, as: UTF8.self) }
  }

  var title: String {
    Self.withBytes(cmark_node_get_title(handle)) { String(decoding: $0, as: UTF8.self) }
  }

  var headingLevel: Int { Int(cmark_node_get_heading_level(handle)) }
  var isTight: Bool { cmark_node_get_list_tight(handle) != 0 }
  var isOrdered: Bool { cmark_node_get_list_type(handle) == CMARK_ORDERED_LIST }
  var isParenthesised: Bool { cmark_node_get_list_delim(handle) == CMARK_PAREN_DELIM }
  var listStart: Int { Int(cmark_node_get_list_start(handle)) }

  var tableAlignments: [TableAlignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(handle))
    guard let letters = cmark_gfm_extensions_get_table_alignments(handle) else { return [] }
    return (0..<count).map { TableAlignment(letter: letters[$0]) }
  }

  private static func withBytes<Result>(
    _ text: UnsafePointer<CChar>?,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let text else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    return UnsafeRawPointer(text).withMemoryRebound(to: UInt8.self, capacity: strlen(text)) {
      body(UnsafeBufferPointer(start: $0, count: strlen(text)))
    }
  }
}

extension TableAlignment {
  fileprivate init(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "r"): self = .right
    case UInt8(ascii: "c"): self = .center
    default: self = .left
    }
  }
}
