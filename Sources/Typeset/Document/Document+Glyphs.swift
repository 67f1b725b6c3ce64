/// Where a glyph of a document stands and what it was made from.
package struct DocumentPlace: Sendable, Hashable {
  /// From 0 at the document's left edge.
  package var column: Int
  package var style: TextStyle
  /// UTF-8 bytes into the source; `nil` for what the layout adds.
  package var source: Int?
  /// The link that the glyph belongs to.
  package var link: LinkID?
}

/// Names a link of a document for as long as its block is not read again.
package struct LinkID: Sendable, Hashable {
  let block: Int
  let index: Int

  /// Another for each link of a document.
  package var number: Int { block << 12 | index & 0xFFF }
}

extension Document {
  /// What one row shows.
  enum Row {
    case gap
    case codeLabel
    case rule
    /// A line of the block's text, or a row of its table.
    case line(Int)
  }

  /// The block on a row, and what the row shows of it.
  func locate(_ row: Int) -> (block: Int, row: Row, isFirst: Bool) {
    let index = blockIndex(atRow: row)
    var rest = row - starts[index]
    if hasGap(index) {
      if rest == 0 { return (index, .gap, false) }
      rest -= 1
    }
    let isFirst = rest == 0
    switch blocks[index].kind {
    case .rule: return (index, .rule, isFirst)
    case .code:
      return rest == 0 ? (index, .codeLabel, true) : (index, .line(rest - 1), false)
    case .paragraph, .heading, .html, .table: return (index, .line(rest), isFirst)
    }
  }

  /// Hands out the glyphs of a row from left to right, at most one for each column; columns may be left out.
  ///
  /// Code is moved to the left by `codeOffset` columns, and cut at the edges; with `nil` it is handed out as
  /// far as its line goes.
  package func forEachGlyph(
    ofRow row: Int,
    codeOffset: Int? = 0,
    _ body: (Glyph, DocumentPlace) -> Void
  ) {
    guard row >= 0, row < rowCount, !blocks.isEmpty else { return }
    let (index, content, isFirst) = locate(row)
    let block = blocks[index]
    let indent = block.margin.columns(inWidth: measure.width)
    drawMargin(of: block, row: content, isFirst: isFirst, body)
    switch content {
    case .gap: break
    case .rule: drawRule(from: indent, to: measure.width, body)
    case .codeLabel: drawLabel(of: block, at: indent + Block.codeIndent, body)
    case .line(let line):
      if let table = block.table {
        table.forEachGlyph(ofRow: line) { glyph, place in
          var place = place
          place.column += indent
          place.link = place.link.map { LinkID(block: index, index: $0.index) }
          body(glyph, place)
        }
      } else {
        drawLine(line, of: index, at: indent, codeOffset: block.isCode ? codeOffset : 0, body)
      }
    }
  }

  private func drawMargin(
    of block: Block,
    row: Row,
    isFirst: Bool,
    _ body: (Glyph, DocumentPlace) -> Void
  ) {
    var column = 0
    let limit = block.margin.columns(inWidth: measure.width)
    for (index, part) in block.margin.parts.enumerated() where column + part.columns <= limit {
      switch part {
      case .quote:
        if case .gap = row, index >= block.margin.shared { break }
        body(Glyph(base: 0x2502), DocumentPlace(column: column, style: TextStyle(.quoteBar)))
      case .marker(let text, _):
        guard isFirst, index >= block.margin.firstNew else { break }
        var place = column
        for glyph in [Glyph](oneLine: text) {
          body(glyph, DocumentPlace(column: place, style: TextStyle(.marker)))
          place += Int(glyph.width)
        }
      }
      column += part.columns
    }
  }

  private func drawRule(from start: Int, to end: Int, _ body: (Glyph, DocumentPlace) -> Void) {
    for column in start..<max(start, end) {
      body(Glyph(base: 0x2500), DocumentPlace(column: column, style: TextStyle(.rule)))
    }
  }

  private func drawLabel(of block: Block, at start: Int, _ body: (Glyph, DocumentPlace) -> Void) {
    let language = block.language ?? ""
    var column = start
    let room = measure.width - start
    for glyph in [Glyph](oneLine: language.isEmpty ? "code" : language).fitted(toColumns: room) {
      body(glyph, DocumentPlace(column: column, style: TextStyle(.codeLabel)))
      column += Int(glyph.width)
    }
  }

  private func drawLine(
    _ line: Int,
    of index: Int,
    at indent: Int,
    codeOffset: Int?,
    _ body: (Glyph, DocumentPlace) -> Void
  ) {
    let block = blocks[index]
    let gutter = block.isCode ? measure.codeGutter : 0
    let start = indent + (block.isCode ? Block.codeIndent : 0) + gutter
    let isWhole = codeOffset == nil
    let codeOffset = codeOffset ?? 0
    let room = isWhole ? Int.max : measure.width - start
    let cut = Cut(of: block, line: line, offset: codeOffset, room: room)
    if gutter > 0 { drawNumber(ofLine: line, of: block, at: start - gutter, body) }
    if cut.isLeft { drawCut(0x2039, at: start - 1, body) }
    defer { if cut.isRight { drawCut(0x203A, at: measure.width - 1, body) } }
    let end = isWhole ? Int.max : measure.width - (cut.isRight ? 1 : 0)
    let range = block.layout.line(at: line).sourceRange
    let colours = block.isCode ? block.colours.line(at: range.lowerBound) : nil
    var run = block.spans.index(at: range.lowerBound) ?? 0
    block.layout.forEachGlyph(ofLine: line) { glyph, place in
      let column = place.column - codeOffset
      guard column >= 0, start + column < end else { return }
      while run + 1 < block.spans.runs.count,
        Int(block.spans.runs[run + 1].start) <= place.sourceOffset
      {
        run += 1
      }
      guard run < block.spans.runs.count else { return }
      let span = block.spans.runs[run]
      var style = span.style
      if let role = colours?.role(at: place.sourceOffset) { style.kind = .syntax(role) }
      let isCut = start + column + Int(glyph.width) > end
      body(
        isCut ? .space : glyph,
        DocumentPlace(
          column: start + column,
          style: style,
          source: Int(span.source) + (span.isVerbatim ? place.sourceOffset - Int(span.start) : 0),
          link: span.link < 0 ? nil : LinkID(block: index, index: Int(span.link))
        )
      )
    }
  }
}
