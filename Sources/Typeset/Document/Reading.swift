/// A part of a document as it reads at the moment.
struct Reading {
  /// A block of the top level, or an item of a list there.
  struct Unit {
    var source: Range<Int>
    var blocks: Range<Int>
    var gap: Block.Gap
    var list: ListPlace?
  }

  private(set) var units: [Unit] = []
  private(set) var blocks: [Block] = []
  private(set) var looseLists: Set<Int> = []
  private(set) var nextList: Int
  private let text: ArraySlice<UInt8>
  private static let mark = Array("\u{FEFF}".utf8)

  /// Reads a document's tail, or a beginning of it.
  init(of text: ArraySlice<UInt8>, in document: Document) {
    self.init(of: text, gap: document.tail.gap, list: document.tail.list, in: document)
  }

  /// Reads a part of a document: `gap` is before its first block, `list` the place of its first item, where
  /// it goes on with a list.
  init(of text: ArraySlice<UInt8>, gap: Block.Gap, list: ListPlace?, in document: Document) {
    self.text = text
    nextList = document.nextList
    // At the very start a byte order mark is none of the text.
    var text = text.startIndex == 0 && text.starts(with: Self.mark) ? text.dropFirst(3) : text
    text = Floods.hidden(in: text)
    let preamble = document.references.preamble(for: &text)
    guard let tree = Self.tree(of: &text, after: preamble) else { return }
    let lines = SourceLines(of: text, added: preamble.lineCount)
    var reader = BlockReader(
      source: document.source,
      lines: lines,
      footnotes: Self.footnotes(in: tree, preamble)
    )
    tree.placeFootnotes()
    let nodes = Self.topNodes(of: tree, after: preamble.lineCount)
    var gap = gap
    var list = list
    for (index, node) in nodes.enumerated() {
      // A paragraph that a table was split from has no line of its own.
      let start = nodes[index...].lazy.compactMap { lines.start(ofLine: $0.startLine) }.first
      if node.kind == .list {
        readItems(of: node, place: list, gap: gap, lines: lines, with: &reader)
      } else {
        add(from: start ?? text.endIndex, gap: gap, with: &reader) { $0.read(node, gap: gap) }
      }
      gap = .always
      list = nil
    }
    blocks = reader.blocks
    close()
  }

  private mutating func readItems(
    of node: MarkdownNode,
    place known: ListPlace?,
    gap: Block.Gap,
    lines: SourceLines,
    with reader: inout BlockReader
  ) {
    var place =
      known
      ?? ListPlace(
        id: nextList,
        isOrdered: node.isOrdered,
        isParenthesised: node.isParenthesised,
        number: node.listStart
      )
    nextList = max(nextList, place.id + 1)
    if !node.isTight { looseLists.insert(place.id) }
    var gap = gap
    var item = node.firstChild
    while let current = item {
      let start = lines.start(ofLine: current.startLine) ?? text.startIndex
      add(from: start, gap: gap, list: place, with: &reader) { reader in
        reader.read(item: current, of: place, gap: gap)
      }
      gap = .ifLoose(list: place.id)
      place.number += 1
      item = current.next
    }
  }

  private mutating func add(
    from start: Int,
    gap: Block.Gap,
    list: ListPlace? = nil,
    with reader: inout BlockReader,
    read: (inout BlockReader) -> Void
  ) {
    let first = reader.blocks.count
    read(&reader)
    let blocks = first..<reader.blocks.count
    guard let last = units.last, last.source.lowerBound >= start else {
      units.append(Unit(source: start..<start, blocks: blocks, gap: gap, list: list))
      return
    }
    // What stands on the same line is one unit.
    units[units.count - 1].blocks = last.blocks.lowerBound..<blocks.upperBound
  }

  /// Lets each unit end where the next one begins.
  private mutating func close() {
    for index in units.indices {
      let start = index == 0 ? text.startIndex : units[index].source.lowerBound
      let end = index + 1 < units.count ? units[index + 1].source.lowerBound : text.endIndex
      units[index].source = min(start, end)..<end
    }
  }

  /// Parses a text behind its preamble; what is hidden from cmark in it is changed there.
  private static func tree(
    of text: inout ArraySlice<UInt8>,
    after preamble: References.Preamble
  ) -> MarkdownTree? {
    var bytes = preamble.bytes + text
    guard var tree = MarkdownTree(bytes) else { return nil }
    if preamble.settle(by: tree.footnotes, in: &text) {
      bytes = preamble.bytes + text
      guard let plain = MarkdownTree(bytes) else { return nil }
      tree = plain
    }
    guard MathSpans.mayStand(in: text) else { return tree }
    let lines = SourceLines(of: bytes[...], added: 0)
    if maskFormulas(&bytes, in: tree, lines: lines, from: preamble.bytes.count),
      let masked = MarkdownTree(bytes)
    {
      tree = masked
    }
    return tree
  }

  /// The blocks of the top level that do not belong to the preamble.
  private static func topNodes(of tree: borrowing MarkdownTree, after line: Int) -> [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    var next = tree.root.firstChild
    while let node = next {
      if node.startLine == 0 || node.startLine > line { nodes.append(node) }
      next = node.next
    }
    return nodes
  }

  /// The labels of the footnotes by the numbers that cmark gave them in the preamble.
  private static func footnotes(
    in tree: borrowing MarkdownTree,
    _ preamble: References.Preamble
  ) -> [Int: String] {
    guard !preamble.footnotes.isEmpty else { return [:] }
    var paragraph = tree.root.firstChild
    while let node = paragraph, node.kind != .paragraph { paragraph = node.next }
    var labels: [Int: String] = [:]
    var line = 0
    var next = paragraph?.firstChild
    while let node = next {
      if node.kind == .softBreak { line += 1 }
      if node.kind == .footnoteReference, let number = Int(node.literal),
        line < preamble.footnotes.count
      {
        labels[number] = String(preamble.footnotes[line].dropFirst())
      }
      next = node.next
    }
    return labels
  }

  /// Hides the formulas of all paragraphs and cells from cmark.
  private static func maskFormulas(
    _ bytes: inout [UInt8],
    in tree: borrowing MarkdownTree,
    lines: SourceLines,
    from start: Int
  ) -> Bool {
    var starts: [(offset: Int, holdsText: Bool)] = []
    tree.root.forEachBlock { node in
      guard let line = lines.start(ofLine: node.startLine), line >= start else { return }
      let holdsText = node.kind == .paragraph || node.kind == .heading || node.kind == .table
      starts.append((line, holdsText))
    }
    starts.sort { $0.offset < $1.offset }
    let ends = starts.dropFirst().map(\.offset) + [bytes.count]
    let ranges = zip(starts, ends).filter(\.0.holdsText).map { $0.offset..<$1 }
    return ranges.reduce(false) { MathSpans.mask(&bytes, in: $1) || $0 }
  }
}

extension MarkdownNode {
  /// Calls for each block that may hold text, in the order of the source.
  fileprivate func forEachBlock(_ body: (MarkdownNode) -> Void) {
    var node = self
    while true {
      switch node.kind {
      case .document, .quote, .list, .item, .checkedItem, .uncheckedItem, .footnote:
        if let child = node.firstChild {
          node = child
          continue
        }
      default: body(node)
      }
      while node.next == nil {
        guard let parent = node.parent, parent.handle != handle else { return }
        node = parent
      }
      guard let next = node.next else { return }
      node = next
    }
  }
}
