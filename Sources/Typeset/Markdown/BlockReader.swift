/// Reads the blocks of a tree one after another, with what stands to their left.
struct BlockReader {
  private let lines: SourceLines
  private var inlines: InlineReader
  private(set) var blocks: [Block] = []
  private var parts: [Margin.Part] = []
  private var firstNew = 0
  private var shared = 0
  /// The number of the next item of each list that is open, from the outermost.
  private var numbers: [Int] = []
  private var gap = Block.Gap.none
  /// The top-level list whose items are read; its looseness may show later.
  private var list: Int?
  /// Parts further in than this would not fit on any screen.
  private static let deepestMargin = 64

  init(source: [UInt8], lines: SourceLines, footnotes: [Int: String]) {
    self.lines = lines
    inlines = InlineReader(cursor: SourceCursor(source), footnotes: footnotes)
  }

  /// Reads a block with all that is in it; `gap` is before it.
  mutating func read(_ top: MarkdownNode, gap: Block.Gap) {
    self.gap = gap
    walk(top)
  }

  /// Reads an item of a top-level list.
  mutating func read(item: MarkdownNode, of list: ListPlace, gap: Block.Gap) {
    self.gap = gap
    self.list = list.id
    begin(item, marker: list.marker)
    if let child = item.firstChild {
      var next: MarkdownNode? = child
      while let node = next {
        if node.previous != nil { self.gap = .ifLoose(list: list.id) }
        walk(node)
        next = node.next
      }
    } else {
      emitEmpty(item)
    }
    pop()
    self.list = nil
  }

  private mutating func walk(_ top: MarkdownNode) {
    var node = top
    while true {
      if node.handle != top.handle, node.previous != nil { gap = gap(before: node) }
      if enter(node), let child = node.firstChild {
        node = child
        continue
      }
      leave(node)
      while node.handle != top.handle, node.next == nil, let parent = node.parent {
        node = parent
        leave(node)
      }
      guard node.handle != top.handle, let next = node.next else { return }
      node = next
    }
  }

  private func gap(before node: MarkdownNode) -> Block.Gap {
    guard let parent = node.parent else { return .always }
    switch parent.kind {
    case .list: return parent.isTight ? .none : .always
    case .item, .checkedItem, .uncheckedItem:
      return parent.parent?.isTight == true ? .none : .always
    default: return .always
    }
  }

  /// Begins a container, or reads a leaf.
  ///
  /// - Returns: Whether the node's children are blocks to be read.
  private mutating func enter(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .quote: push(.quote)
    case .list: numbers.append(node.listStart)
    case .item, .checkedItem, .uncheckedItem:
      begin(node, marker: nextMarker(of: node))
      if node.firstChild == nil { emitEmpty(node) }
    case .footnote:
      let marker = "[\(footnoteLabel(of: node))] "
      push(.marker(marker, columns: CellWidth.columns(of: marker)))
    default:
      readLeaf(node)
      return false
    }
    return true
  }

  private mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .quote, .item, .checkedItem, .uncheckedItem, .footnote: pop()
    case .list: numbers.removeLast()
    default: break
    }
  }

  /// The label of a footnote stands in the source only.
  private mutating func footnoteLabel(of node: MarkdownNode) -> String {
    guard let start = lines.start(ofLine: node.startLine) else { return "" }
    // cmark's column is behind the colon.
    let end = min(start + max(0, node.startColumn - 1), inlines.cursor.source.count)
    let line = inlines.cursor.source[start..<end]
    guard let open = line.indices.last(where: { line[$0...].starts(with: "[^".utf8) }),
      let close = line.lastIndex(of: UInt8(ascii: "]")), open + 1 < close
    else { return "" }
    inlines.cursor.move(to: close + 2)
    return String(decoding: line[(open + 2)..<close], as: UTF8.self)
  }

  private mutating func begin(_ item: MarkdownNode, marker: String) {
    var marker = marker
    switch item.kind {
    case .checkedItem: marker = "[x] "
    case .uncheckedItem: marker = "[ ] "
    default: break
    }
    push(.marker(marker, columns: CellWidth.columns(of: marker)))
  }

  private mutating func nextMarker(of item: MarkdownNode) -> String {
    let number = numbers.last ?? 1
    if !numbers.isEmpty { numbers[numbers.count - 1] += 1 }
    guard let node = item.parent, node.isOrdered else {
      return ListPlace.bullet(depth: numbers.count - (list == nil ? 1 : 0))
    }
    return "\(number)\(node.isParenthesised ? ")" : ".") "
  }

  private mutating func push(_ part: Margin.Part) { parts.append(part) }

  private mutating func pop() {
    parts.removeLast()
    firstNew = min(firstNew, parts.count)
    shared = min(shared, parts.count)
  }
}

extension BlockReader {
  private mutating func emitEmpty(_ node: MarkdownNode) {
    emit(.paragraph, RichText(), from: node)
  }

  private mutating func readLeaf(_ node: MarkdownNode) {
    // A paragraph that a table was split from has no lines of its own.
    let place = node.startLine == 0 ? node.next ?? node : node
    if let start = lines.start(ofLine: place.startLine) {
      // The text of a paragraph begins behind the signs of its containers.
      let isTextKnown = node.kind == .paragraph && node.startLine > 0
      let first = start + (isTextKnown ? max(0, node.startColumn - 1) : 0)
      if first > inlines.cursor.offset { inlines.cursor.move(to: first) }
    }
    inlines.quotes = parts.count { $0 == .quote }
    let isEndKnown = place.startLine > 0 && place.endLine >= place.startLine
    inlines.cursor.stop(at: isEndKnown ? lines.start(ofLine: place.endLine + 1) : nil)
    switch node.kind {
    case .rule: emit(.rule, RichText(), from: node)
    case .heading:
      let signs = String(repeating: "#", count: node.headingLevel) + " "
      push(.marker(signs, columns: signs.utf8.count))
      emit(.heading, inlines.read(node, as: .heading), from: node)
      pop()
    case .codeBlock:
      let language = node.fenceInfo.split(separator: " ").first.map(String.init) ?? ""
      emit(.code(language: language), lines(of: node, style: .codeBlock), from: node)
    case .htmlBlock: emit(.html, lines(of: node, style: .html), from: node)
    case .table: emit(.table, RichText(), table: readTable(node), from: node)
    default: emit(.paragraph, inlines.read(node, as: .text), from: node)
    }
  }

  /// A block's literal line by line, since each line may stand behind the markers of its containers.
  private mutating func lines(of node: MarkdownNode, style kind: TextStyle.Kind) -> RichText {
    var text = RichText()
    var number = node.startLine + (node.isFenced ? 1 : 0)
    node.withLiteral { literal in
      var rest = literal[...]
      while !rest.isEmpty {
        let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
        let start = lines.start(ofLine: number) ?? 0
        let line = start..<max(start, lines.start(ofLine: number + 1) ?? start)
        inlines.cursor.place(line: rest[..<end], in: line) { piece, source, isVerbatim in
          text.append(piece, style: TextStyle(kind), source: source, isVerbatim: isVerbatim)
        }
        inlines.cursor.move(to: line.upperBound)
        rest = rest[end...]
        number += 1
      }
    }
    text.dropLastLineEnd()
    return text
  }

  private mutating func readTable(_ table: MarkdownNode) -> Table {
    var rows: [[RichText]] = []
    var links: [String] = []
    let start = inlines.cursor.offset
    var row = table.firstChild
    let end = inlines.cursor.limit
    while let current = row {
      stop(atEndOf: current, within: end)
      var cells: [RichText] = []
      var cell = current.firstChild
      while let node = cell {
        var text = inlines.read(node, as: current.kind == .tableHeader ? .tableHeader : .text)
        text.becomeCell(links: &links)
        cells.append(text)
        cell = node.next
      }
      rows.append(cells)
      row = current.next
    }
    return Table(alignments: table.tableAlignments, rows: rows, links: links, source: start)
  }

  /// Lets nothing of a table's row be looked for in another; the line under the header has none of its own.
  private mutating func stop(atEndOf row: MarkdownNode, within end: Int) {
    if row.kind != .tableHeader, let start = lines.start(ofLine: row.startLine) {
      if start > inlines.cursor.offset { inlines.cursor.move(to: start) }
      inlines.cursor.stop(at: lines.start(ofLine: row.startLine + 1).map { min($0, end) })
    } else if let next = row.next, let start = lines.start(ofLine: next.startLine - 1) {
      inlines.cursor.stop(at: min(start, end))
    } else {
      inlines.cursor.stop(at: end)
    }
  }

  private mutating func emit(
    _ kind: Block.Kind,
    _ text: RichText,
    table: Table? = nil,
    from node: MarkdownNode
  ) {
    let line = node.startLine == 0 ? node.next?.startLine ?? 0 : node.startLine
    var start = lines.start(ofLine: line) ?? blocks.last?.source.upperBound ?? 0
    // A table begins, says cmark, where the paragraph does that it was split from.
    if kind == .table, node.previous?.startLine == 0 {
      start = max(start, blocks.last?.source.upperBound ?? start)
    }
    blocks.append(
      Block(
        kind,
        text: text,
        table: table,
        margin: Margin(
          parts: Array(parts.prefix(Self.deepestMargin)),
          firstNew: firstNew,
          shared: shared
        ),
        gap: gap,
        source: start..<max(start, inlines.cursor.offset)
      )
    )
    firstNew = parts.count
    shared = parts.count
    gap = .none
  }
}
