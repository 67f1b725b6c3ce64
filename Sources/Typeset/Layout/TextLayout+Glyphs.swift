extension TextLayout {
  /// Where a glyph stands in its line and what it was made from.
  package struct Placement: Sendable, Hashable {
    /// From 0 at the line's left edge.
    package var column: Int
    /// The UTF-8 offset of the character; the glyphs of one character share it.
    package var sourceOffset: Int
  }

  /// Hands out the glyphs of a line from left to right; they fill its columns without a gap.
  package func forEachGlyph(ofLine index: Int, _ body: (Glyph, Placement) -> Void) {
    let line = storedLine(at: index)
    let range = Int(line.start)..<endOfLine(at: index)
    if line.isPlain {
      forEachPlainGlyph(in: range.prefix(Int(line.columns)), body)
    } else {
      forEachClusterGlyph(in: range, body)
    }
  }

  /// The glyphs of a line; their widths add up to the line's.
  package func glyphs(ofLine index: Int) -> [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(Int(storedLine(at: index).columns))
    forEachGlyph(ofLine: index) { glyph, _ in glyphs.append(glyph) }
    return glyphs
  }

  /// A line as it is drawn, as text.
  package func text(ofLine index: Int) -> String {
    var text = ""
    forEachGlyph(ofLine: index) { glyph, _ in text += glyph.text }
    return text
  }

  private func forEachPlainGlyph(in range: Range<Int>, _ body: (Glyph, Placement) -> Void) {
    var column = 0
    for offset in range {
      body(Glyph(base: UInt32(source[offset])), Placement(column: column, sourceOffset: offset))
      column += 1
    }
  }

  private func forEachClusterGlyph(in range: Range<Int>, _ body: (Glyph, Placement) -> Void) {
    var scanner = ClusterScanner()
    var column = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let cluster = scanner.scan(source.span, at: offset)
      var place = Placement(column: column, sourceOffset: offset)
      if cluster.breakClass == .tab {
        let stop = min(widthInColumns, column + breaker.tabWidth - column % breaker.tabWidth)
        for stopColumn in column..<stop {
          place.column = stopColumn
          body(.space, place)
        }
        column = stop
      }
      for glyph in scanner.glyphs where column < widthInColumns {
        let fits = column + Int(glyph.width) <= widthInColumns
        place.column = column
        body(fits ? glyph : .clipped, place)
        column += fits ? Int(glyph.width) : 1
      }
      offset = cluster.end
    }
  }
}
