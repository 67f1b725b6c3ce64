/// A piece of code in a document.
package struct CodeBlock: Sendable, Hashable {
  /// The code as it stands between the fences, without a line end at the end.
  package let text: String
  /// As the fence names it; empty for none.
  package let language: String
  /// UTF-8 bytes into the source, with the fences.
  package let source: Range<Int>
}

/// A link in a document.
package struct DocumentLink: Sendable, Hashable {
  package let id: LinkID
  package let url: String
  /// Where its text begins in the source, in UTF-8 bytes.
  package let source: Int
}

extension Document {
  /// Where a row's text begins in the source, in UTF-8 bytes.
  package func sourceOffset(ofRow row: Int) -> Int {
    guard row >= 0, row < rowCount, !blocks.isEmpty else { return 0 }
    let (index, content, _) = locate(row)
    let block = blocks[index]
    guard case .line(let line) = content else { return block.source.lowerBound }
    if let table = block.table {
      return max(block.source.lowerBound, table.sourceOffset(ofRow: line) ?? 0)
    }
    let offset = block.layout.line(at: line).sourceRange.lowerBound
    return block.spans.sourceOffset(of: offset) ?? block.source.lowerBound
  }

  /// The source that what is shown for a place stands for as a whole, in UTF-8 bytes: a formula, an entity.
  ///
  /// - Returns: `nil` where each character stands for itself.
  package func whole(ofSource offset: Int) -> Range<Int>? {
    let index = blocks.partition { $0.source.lowerBound <= offset } - 1
    guard index >= 0 else { return nil }
    guard let table = blocks[index].table?.table else {
      return blocks[index].spans.whole(ofSource: offset)
    }
    return table.rows.lazy.joined().compactMap { $0.spans.whole(ofSource: offset) }.first
  }

  /// How far a row lies below the one that shows the place where its text begins; negative above it.
  package func rowsBelowPlace(ofRow row: Int) -> Int {
    row - self.row(ofSourceOffset: sourceOffset(ofRow: row))
  }

  /// The row that shows what was so many rows below a place's first: of what takes several rows, like a formula
  /// or a long header, it is the last where it has fewer now.
  package func row(ofSourceOffset offset: Int, rowsBelow: Int) -> Int {
    let first = row(ofSourceOffset: offset)
    let (step, goal) =
      rowsBelow < 0
      ? (-1, first + max(rowsBelow, -first))
      : (1, max(first, min(rowCount - 1, first + min(rowsBelow, rowCount))))
    var row = first
    while row != goal, sourceOffset(ofRow: row + step) == offset { row += step }
    return row
  }

  /// The row that shows a place of the source; exact where the block is laid out.
  package func row(ofSourceOffset offset: Int) -> Int {
    guard !blocks.isEmpty else { return 0 }
    let index = max(0, blocks.partition { $0.source.lowerBound <= offset } - 1)
    let block = blocks[index]
    let first = starts[index] + (hasGap(index) ? 1 : 0)
    let line: Int
    if let table = block.table {
      line = table.row(ofSourceOffset: offset)
    } else {
      let place = block.spans.offset(ofSource: offset, textCount: block.layout.source.count)
      let isBeforeText = block.spans.runs.first.map { offset < Int($0.source) } ?? true
      if isBeforeText { return first }
      line = block.layout.lineIndex(containingSourceOffset: place) + (block.isCode ? 1 : 0)
    }
    return min(first + line, max(first, starts[index + 1] - 1))
  }

  /// The pieces of code, from the top.
  package var codeBlocks: [CodeBlock] { blocks.compactMap(Self.code) }

  /// The piece of code on a row.
  package func codeBlock(atRow row: Int) -> CodeBlock? {
    guard row >= 0, row < rowCount, !blocks.isEmpty else { return nil }
    return Self.code(blocks[blockIndex(atRow: row)])
  }

  /// Where the code that begins at a place of the source stands, with its fences.
  package func codeRange(beginningAt offset: Int) -> Range<Int>? {
    let index = blocks.partition { $0.source.lowerBound < offset }
    let rest = blocks[index...].prefix { $0.source.lowerBound == offset }
    return rest.first { $0.language != nil }?.source
  }

  /// Where the code on a row stands in the source, with its fences; `nil` for a row that shows none.
  package func codeSource(atRow row: Int) -> Range<Int>? {
    guard codeColumn(ofRow: row) != nil else { return nil }
    return blocks[blockIndex(atRow: row)].source
  }

  /// Where the text of code begins on a row, behind its number; `nil` for a row that shows none.
  package func codeTextColumn(ofRow row: Int) -> Int? {
    codeColumn(ofRow: row).map { $0 + Block.codeIndent + measure.codeGutter }
  }

  /// The columns that a line of code has before it is cut at the edge.
  package func codeRoom(atRow row: Int) -> Int {
    guard let column = codeColumn(ofRow: row) else { return measure.width }
    return max(1, measure.width - column - Block.codeIndent - measure.codeGutter)
  }

  /// The columns of a line of code, from its start, that show part of the source; `nil` where the row shows none.
  package func codeColumns(atRow row: Int, ofSource range: Range<Int>) -> Range<Int>? {
    guard codeColumn(ofRow: row) != nil else { return nil }
    let (index, content, _) = locate(row)
    guard case .line(let line) = content else { return nil }
    let block = blocks[index]
    var columns: Range<Int>?
    block.layout.forEachGlyph(ofLine: line) { glyph, place in
      guard let source = block.spans.sourceOffset(of: place.sourceOffset), range.contains(source)
      else { return }
      let start = columns?.lowerBound ?? place.column
      columns = start..<place.column + Int(glyph.width)
    }
    return columns
  }

  private static func code(_ block: Block) -> CodeBlock? {
    guard let language = block.language else { return nil }
    return CodeBlock(
      text: String(decoding: block.layout.source, as: UTF8.self),
      language: language,
      source: block.source
    )
  }

  /// The links, from the top.
  package var links: [DocumentLink] {
    blocks.indices.flatMap { index -> [DocumentLink] in
      let block = blocks[index]
      guard !block.links.isEmpty else { return [] }
      var links: [DocumentLink] = []
      var seen: Int16 = -1
      for run in block.allRuns where run.link > seen {
        seen = run.link
        let id = LinkID(block: index, index: Int(run.link))
        links.append(
          DocumentLink(id: id, url: block.links[Int(run.link)], source: Int(run.source))
        )
      }
      return links
    }
  }

  /// Where the links on a row lead, from left to right.
  package func urls(ofRow row: Int) -> [String] {
    var ids: [LinkID] = []
    forEachGlyph(ofRow: row) { _, place in
      if let link = place.link, link != ids.last { ids.append(link) }
    }
    return ids.compactMap(url)
  }

  /// Where a link leads; `nil` when its block was read again without it.
  package func url(of id: LinkID) -> String? {
    guard blocks.indices.contains(id.block) else { return nil }
    let links = blocks[id.block].links
    return links.indices.contains(id.index) ? links[id.index] : nil
  }

  /// Where code begins on a row, in columns; `nil` for a row that shows none.
  package func codeColumn(ofRow row: Int) -> Int? {
    guard row >= 0, row < rowCount, !blocks.isEmpty else { return nil }
    let (index, content, _) = locate(row)
    guard blocks[index].isCode else { return nil }
    if case .gap = content { return nil }
    return blocks[index].margin.columns(inWidth: measure.width)
  }

  /// The columns of the longest line of the code on a row.
  package func codeWidth(atRow row: Int) -> Int {
    guard row >= 0, row < rowCount, !blocks.isEmpty else { return 0 }
    let block = blocks[blockIndex(atRow: row)]
    guard block.isCode, !block.layout.isPending else { return 0 }
    return block.layout.lines.reduce(0) { max($0, $1.widthInColumns) }
  }
}

extension Block {
  /// Where the links lead that runs of the text or of the cells name.
  fileprivate var links: [String] { table?.table.links ?? spans.links }

  /// The runs of the text, or of all cells.
  fileprivate var allRuns: [TextSpans.Run] {
    guard let table else { return spans.runs }
    return table.table.rows.flatMap { $0.flatMap(\.spans.runs) }
  }
}

extension TableLayout {
  func sourceOffset(ofRow row: Int) -> Int? {
    switch form {
    case .grid(let grid): sourceOffset(ofRow: row, of: grid)
    case .records(let layout, let spans):
      spans.sourceOffset(of: layout.line(at: min(row, layout.lineCount - 1)).sourceRange.lowerBound)
    case nil: nil
    }
  }

  func row(ofSourceOffset offset: Int) -> Int {
    switch form {
    case .grid(let grid):
      let row = table.row(ofSource: offset)
      return grid.starts[row] + line(ofSourceOffset: offset, inRow: row, of: grid)
    case .records(let layout, let spans):
      let place = spans.offset(ofSource: offset, textCount: layout.source.count)
      return layout.lineIndex(containingSourceOffset: place)
    case nil: return 0
    }
  }

  /// The first place on a row; on a line between two rows that of the row above.
  private func sourceOffset(ofRow screenRow: Int, of grid: TableGrid) -> Int? {
    var (row, line) = grid.locate(screenRow)
    while row >= 0 {
      let cells = grid.widths.indices.map { table.cell(row: row, column: $0) }
      let layouts = zip(cells, grid.widths).map { TextLayout($0, width: $1) }
      let shown = min(line, layouts.reduce(1) { max($0, $1.lineCount) } - 1)
      for (cell, layout) in zip(cells, layouts) where shown < layout.lineCount {
        let place = cell.spans.sourceOffset(of: layout.line(at: shown).sourceRange.lowerBound)
        if let place { return place }
      }
      (row, line) = (row - 1, .max)
    }
    return nil
  }

  /// The line of a wrapped cell that shows a place, from the first of the table's row.
  private func line(ofSourceOffset offset: Int, inRow row: Int, of grid: TableGrid) -> Int {
    let column = grid.widths.indices.last { column in
      table.cell(row: row, column: column).spans.runs.first.map { Int($0.source) <= offset }
        ?? false
    }
    guard let column else { return 0 }
    let cell = table.cell(row: row, column: column)
    let place = cell.spans.offset(ofSource: offset, textCount: cell.bytes.count)
    return TextLayout(cell, width: grid.widths[column]).lineIndex(containingSourceOffset: place)
  }
}

extension Table {
  fileprivate func firstSource(ofRow row: Int) -> Int? {
    rows[row].lazy.compactMap { $0.spans.runs.first.map { Int($0.source) } }.first
  }

  /// The last row that begins at or before a place of the source, among those that show any.
  fileprivate func row(ofSource offset: Int) -> Int {
    let count = rows.indices.partition { (self.source(ofRow: $0) ?? 0) <= offset }
    return rows.indices.prefix(count).last { firstSource(ofRow: $0) != nil } ?? 0
  }

  /// The same, of the nearest row above where a row is empty.
  fileprivate func source(ofRow row: Int) -> Int? {
    (0...row).reversed().lazy.compactMap { firstSource(ofRow: $0) }.first
  }
}
