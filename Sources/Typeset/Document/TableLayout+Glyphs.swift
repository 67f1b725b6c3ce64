extension TableLayout {
  /// Hands out the glyphs of a row.
  func forEachGlyph(ofRow row: Int, _ body: (Glyph, DocumentPlace) -> Void) {
    switch form {
    case .grid(let grid): draw(row, of: grid, body)
    case .records(let layout, let spans):
      draw(line: row, of: layout, spans, at: 0, body)
    case nil: break
    }
  }

  private func draw(_ screenRow: Int, of grid: TableGrid, _ body: (Glyph, DocumentPlace) -> Void) {
    let (row, line) = grid.locate(screenRow)
    let cells = grid.widths.indices.map { column in
      TextLayout(table.cell(row: row, column: column), width: grid.widths[column])
    }
    let isLine = line >= cells.reduce(1) { max($0, $1.lineCount) }
    var start = 0
    for (column, width) in grid.widths.enumerated() {
      if column > 0 { separate(at: start - 3, isLine: isLine, isHeader: row == 0, body) }
      if isLine {
        let glyph = Glyph(base: row == 0 ? 0x2500 : 0x254C)
        for offset in 0..<width {
          body(glyph, DocumentPlace(column: start + offset, style: TextStyle(.rule)))
        }
      } else if line < cells[column].lineCount {
        let text = cells[column].line(at: line)
        let drawn = min(text.widthInColumns, width)
        let indent = table.alignment(ofColumn: column).indent(of: drawn, in: width)
        draw(
          line: line,
          of: cells[column],
          table.cell(row: row, column: column).spans,
          at: start + indent,
          body
        )
      }
      start += width + TableGrid.columnsBetween
    }
  }

  private func separate(
    at column: Int,
    isLine: Bool,
    isHeader: Bool,
    _ body: (Glyph, DocumentPlace) -> Void
  ) {
    let style = TextStyle(.rule)
    let line = Glyph(base: isHeader ? 0x2500 : 0x254C)
    body(isLine ? line : .space, DocumentPlace(column: column, style: style))
    body(
      Glyph(base: isLine ? (isHeader ? 0x253C : 0x254C) : 0x2502),
      DocumentPlace(column: column + 1, style: style)
    )
    body(isLine ? line : .space, DocumentPlace(column: column + 2, style: style))
  }

  private func draw(
    line: Int,
    of layout: TextLayout,
    _ spans: TextSpans,
    at start: Int,
    _ body: (Glyph, DocumentPlace) -> Void
  ) {
    layout.forEachGlyph(ofLine: line) { glyph, place in
      guard let run = spans.index(at: place.sourceOffset).map({ spans.runs[$0] }) else { return }
      body(
        glyph,
        DocumentPlace(
          column: start + place.column,
          style: run.style,
          source: Int(run.source) + (run.isVerbatim ? place.sourceOffset - Int(run.start) : 0),
          link: run.link < 0 ? nil : LinkID(block: 0, index: Int(run.link))
        )
      )
    }
  }
}

extension TableAlignment {
  fileprivate func indent(of columns: Int, in width: Int) -> Int {
    switch self {
    case .left: 0
    case .center: (width - columns) / 2
    case .right: width - columns
    }
  }
}
