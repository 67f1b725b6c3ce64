/// A line of a text as it is drawn, with labels in place of folds, and the way from its places to those of
/// the text and back.
struct LabelledLine {
  /// What is drawn.
  let text: String
  /// Where each fold stands in the line and where its label is drawn, in UTF-8 bytes.
  private var spans: [(source: Range<Int>, label: Range<Int>)] = []

  init(_ line: String, folds: PasteFolds) {
    text = folds.labelled(line)
    var growth = 0
    for (range, fold) in folds.found(in: line) {
      let start = range.lowerBound + growth
      let count = fold.label.utf8.count
      spans.append((range, start..<start + count))
      growth += count - range.count
    }
  }

  /// Where the labels are drawn.
  var labels: [Range<Int>] { spans.map(\.label) }

  /// The drawn place of a place in the line.
  func drawnOffset(of offset: Int) -> Int {
    guard let span = spans.last(where: { $0.source.lowerBound <= offset }) else { return offset }
    guard offset >= span.source.upperBound else { return span.label.lowerBound }
    return offset - span.source.upperBound + span.label.upperBound
  }

  /// The place in the line of a drawn place; within a label, the start of its fold.
  func sourceOffset(of offset: Int) -> Int {
    guard let span = spans.last(where: { $0.label.lowerBound <= offset }) else { return offset }
    guard offset >= span.label.upperBound else { return span.source.lowerBound }
    return offset - span.label.upperBound + span.source.upperBound
  }
}
