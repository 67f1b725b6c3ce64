/// A text of a document as it is shown, without its markup, where that is not all as it stands in the source.
package struct ShownText: Sendable {
  package let bytes: [UInt8]
  private let spans: TextSpans
  /// Where its source ends.
  private let end: Int

  /// Only for a text in which something is not as in the source.
  fileprivate init?(_ bytes: [UInt8], _ spans: TextSpans, end: Int) {
    guard spans.runs.count > 1 || spans.runs.first?.isVerbatim == false else { return nil }
    self.bytes = bytes
    self.spans = spans
    self.end = end
  }

  /// The place in the source of a part that is shown otherwise than it stands there; `nil` where it is the same.
  package func source(ofChanged range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty, let first = spans.index(at: range.lowerBound),
      let last = spans.index(at: range.upperBound - 1),
      first != last || !spans.runs[first].isVerbatim
    else { return nil }
    let start = source(of: range.lowerBound, inRun: first)
    let run = spans.runs[last]
    let next = last + 1 < spans.runs.count ? Int(spans.runs[last + 1].source) : end
    let stop =
      run.isVerbatim
      ? source(of: range.upperBound - 1, inRun: last) + 1 : max(next, Int(run.source) + 1)
    return start..<max(start + 1, stop)
  }

  private func source(of offset: Int, inRun index: Int) -> Int {
    let run = spans.runs[index]
    return Int(run.source) + (run.isVerbatim ? offset - Int(run.start) : 0)
  }
}

extension Document {
  /// What is shown otherwise than it stands in the source, from the blocks on that reach beyond a place of that.
  package func shownTexts(from source: Int = 0) -> [ShownText] {
    let first = max(0, blocks.partition { $0.source.lowerBound <= source } - 1)
    return blocks.dropFirst(first).flatMap(\.shownTexts)
  }

  /// Where the part of the source begins that later text may still change.
  package var openSource: Int { tail.start }

  /// Where the source ended when its open part was last read as Markdown.
  package var parsedThrough: Int { tail.parsedThrough }

  /// The part of the source on which something is shown that shows a part of it, where that itself is hidden: of an
  /// address the link's text, of the inside of a formula all of it, of markup the character beside it.
  package func shownSource(of range: Range<Int>) -> Range<Int> {
    let index = blocks.partition { $0.source.lowerBound <= range.lowerBound } - 1
    guard index >= 0 else { return range }
    return blocks[index].shownSource(of: range)
  }

  /// The source of the blocks on some rows.
  package func source(ofBlocksOnRows rows: Range<Int>) -> Range<Int> {
    guard !blocks.isEmpty, !rows.isEmpty else { return 0..<0 }
    let first = blockIndex(atRow: rows.lowerBound)
    let last = max(first, blockIndex(atRow: rows.upperBound - 1))
    let start = blocks[first].source.lowerBound
    return start..<max(start, blocks[last].source.upperBound)
  }
}

extension Block {
  fileprivate var shownTexts: [ShownText] {
    guard let table else {
      return [ShownText(layout.source, spans, end: source.upperBound)].compactMap { $0 }
    }
    let cells = table.table.rows.flatMap { $0 }.filter { !$0.bytes.isEmpty }
    return cells.indices.compactMap { index in
      let next = index + 1 < cells.count ? cells[index + 1].spans.runs.first : nil
      let end = next.map { Int($0.source) } ?? source.upperBound
      return ShownText(cells[index].bytes, cells[index].spans, end: end)
    }
  }

  fileprivate func shownSource(of range: Range<Int>) -> Range<Int> {
    guard let table else { return spans.shownSource(of: range, textCount: layout.source.count) }
    let cells = table.table.rows.flatMap { $0 }.filter { !$0.bytes.isEmpty }
    let index = cells.partition { Int($0.spans.runs[0].source) <= range.lowerBound } - 1
    guard cells.indices.contains(max(0, index)) else { return range }
    let cell = cells[max(0, index)]
    return cell.spans.shownSource(of: range, textCount: cell.bytes.count)
  }
}

extension TextSpans {
  fileprivate func shownSource(of range: Range<Int>, textCount: Int) -> Range<Int> {
    guard let first = runs.first else { return range }
    let index = runs.partition { Int($0.source) <= range.lowerBound } - 1
    guard index >= 0 else { return range.lowerBound..<max(range.upperBound, Int(first.source) + 1) }
    let run = runs[index]
    let next = index + 1 < runs.count ? Int(runs[index + 1].source) : Int.max
    if range.upperBound > next { return range }
    guard run.isVerbatim else { return Int(run.source)..<range.upperBound }
    let end = Int(run.source) + self.end(ofRun: index, textCount: textCount) - Int(run.start)
    if range.lowerBound < end { return range }
    if run.link >= 0 {
      let first = runs[...index].reversed().prefix { $0.link == run.link }.last ?? run
      return Int(first.source)..<range.upperBound
    }
    return range.upperBound == next ? range.lowerBound..<next + 1 : end - 1..<range.upperBound
  }
}
