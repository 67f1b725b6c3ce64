/// A row of printable ASCII in one style, as most rows of prose are.
package struct PlainRow: Sendable {
  package let bytes: ArraySlice<UInt8>
  /// Where it begins, from 0 at the document's left edge.
  package let column: Int
  package let style: TextStyle
}

extension Document {
  /// A row that can be drawn byte for byte: no markers, bars, links or code, and one style throughout.
  ///
  /// - Returns: `nil` for any other row, see ``forEachGlyph(ofRow:codeOffset:_:)``.
  package func plainRow(_ row: Int) -> PlainRow? {
    guard row >= 0, row < rowCount, !blocks.isEmpty else { return nil }
    let (index, content, isFirst) = locate(row)
    guard case .line(let number) = content else { return nil }
    return blocks[index].plainRow(number, isFirst: isFirst, width: measure.width)
  }
}

extension Block {
  fileprivate func plainRow(_ number: Int, isFirst: Bool, width: Int) -> PlainRow? {
    guard kind == .paragraph, number < layout.lineCount, hasBareMargin(isFirst: isFirst) else {
      return nil
    }
    let line = layout.storedLine(at: number)
    let start = Int(line.start)
    let end = start + Int(line.columns)
    guard line.isPlain, end > start, let index = spans.index(at: start),
      spans.end(ofRun: index, textCount: layout.source.count) >= end, spans.runs[index].link < 0
    else { return nil }
    return PlainRow(
      bytes: layout.source[start..<end],
      column: margin.columns(inWidth: width),
      style: spans.runs[index].style
    )
  }

  private func hasBareMargin(isFirst: Bool) -> Bool {
    if isFirst, margin.firstNew < margin.parts.count { return false }
    return margin.parts.allSatisfy { $0 != .quote }
  }
}
