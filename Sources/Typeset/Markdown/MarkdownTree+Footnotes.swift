extension MarkdownTree {
  /// The footnotes, which cmark puts at the end of the tree.
  var footnotes: [MarkdownNode] {
    var footnotes: [MarkdownNode] = []
    var last = root.lastChild
    while let node = last, node.kind == .footnote {
      footnotes.append(node)
      last = node.previous
    }
    return footnotes.reversed()
  }

  /// Puts each footnote back where it stands in the text, so that the words of a quote or an item stay in
  /// their order.
  func placeFootnotes() {
    let footnotes = footnotes.sorted {
      ($0.startLine, $0.startColumn) < ($1.startLine, $1.startColumn)
    }
    for footnote in footnotes { footnote.unlink() }
    for footnote in footnotes { place(footnote) }
  }

  private func place(_ footnote: MarkdownNode) {
    var parent = root
    while true {
      var before = parent.lastChild
      // A paragraph that a table was split from has no line of its own, and stands before the table.
      while let node = before, node.startLine == 0 || node.startLine > footnote.startLine {
        before = node.previous
      }
      guard let before else { return parent.prepend(footnote) }
      guard before.isContainer, parent.kind == .list || before.endLine >= footnote.startLine else {
        return before.insertAfter(footnote)
      }
      parent = before
    }
  }
}

extension MarkdownNode {
  fileprivate var isContainer: Bool {
    switch kind {
    case .quote, .list, .item, .checkedItem, .uncheckedItem, .footnote: true
    default: false
    }
  }
}
