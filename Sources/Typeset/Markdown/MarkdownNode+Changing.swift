import CMarkdown

extension MarkdownNode {
  /// The node and all below it, each before its children, as they stand now.
  var inOrder: [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    var left = [self]
    while let node = left.popLast() {
      nodes.append(node)
      var child = node.lastChild
      while let next = child {
        left.append(next)
        child = next.previous
      }
    }
    return nodes
  }

  var isInLink: Bool {
    var above = parent
    while let node = above {
      if node.kind == .link { return true }
      above = node.parent
    }
    return false
  }

  static func text(_ text: String) -> MarkdownNode? {
    let node = cmark_node_new(CMARK_NODE_TEXT).map(MarkdownNode.init)
    if let node { cmark_node_set_literal(node.handle, text) }
    return node
  }

  /// A paragraph whose lines end where those of the text do.
  static func paragraph(ofLines text: String) -> MarkdownNode? {
    guard let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH).map(MarkdownNode.init) else {
      return nil
    }
    for (index, line) in text.split(separator: "\n").enumerated() {
      if index > 0 {
        paragraph.append(cmark_node_new(CMARK_NODE_SOFTBREAK).map(MarkdownNode.init))
      }
      paragraph.append(.text(String(line)))
    }
    return paragraph
  }

  private func append(_ node: MarkdownNode?) {
    if let node { cmark_node_append_child(handle, node.handle) }
  }

  /// Puts others in its place and frees it.
  func replace(by nodes: [MarkdownNode?]) {
    for case let node? in nodes { cmark_node_insert_before(handle, node.handle) }
    cmark_node_free(handle)
  }

  /// Leaves a link's or an image's words, with its address in brackets behind them, and frees it.
  func unwrap(naming address: String) {
    while let child = firstChild {
      child.unlink()
      cmark_node_insert_before(handle, child.handle)
    }
    replace(by: address.isEmpty ? [] : [.text(" (\(address))")])
  }

  /// Puts code with colours in the place of a block of code, and frees it.
  func colour(by code: CodeHTML) {
    guard let block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK).map(MarkdownNode.init) else { return }
    let word = fenceInfo.prefix { !$0.isWhitespace }
    cmark_node_set_on_enter(block.handle, code.html(of: literal, named: word))
    replace(by: [block])
  }

  /// Makes an image a link with the same words.
  func becomeLink(to address: String) {
    guard let link = cmark_node_new(CMARK_NODE_LINK).map(MarkdownNode.init) else { return }
    cmark_node_set_url(link.handle, address)
    if firstChild == nil { link.append(.text(address)) }
    while let child = firstChild {
      child.unlink()
      cmark_node_append_child(link.handle, child.handle)
    }
    replace(by: [link])
  }
}
