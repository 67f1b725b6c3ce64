/// Which rows of a text are shown where only the differences are: those, a row of context on both sides, and a row for
/// each stretch that is left out.
package struct RowFilter: Sendable, Hashable {
  /// What a row shows.
  enum Entry: Sendable, Hashable {
    case row(Int)
    case hidden(Range<Int>)
  }

  private struct Piece: Sendable, Hashable {
    let rows: Range<Int>
    let isHidden: Bool
    /// The row that it begins at, of those that are shown.
    let start: Int

    var end: Int { start + (isHidden ? 1 : rows.count) }
  }

  private static let context = 1
  /// Less than this is shown rather than told of.
  private static let leastHidden = 2

  private var pieces: [Piece] = []
  /// The rows that it was made of; those behind them are all shown.
  let rowCount: Int

  /// Keeps the rows with differences, which come in their order.
  init(keeping kept: [Range<Int>], of rowCount: Int) {
    self.rowCount = rowCount
    var next = 0
    for rows in kept {
      let first = min(max(next, rows.lowerBound - Self.context), rowCount)
      let end = min(max(first, rows.upperBound + Self.context), rowCount)
      hide(next..<first)
      add(first..<end, isHidden: false)
      next = end
    }
    hide(next..<rowCount)
  }

  private mutating func hide(_ rows: Range<Int>) {
    add(rows, isHidden: rows.count >= Self.leastHidden)
  }

  private mutating func add(_ rows: Range<Int>, isHidden: Bool) {
    guard !rows.isEmpty else { return }
    pieces.append(Piece(rows: rows, isHidden: isHidden, start: pieces.last?.end ?? 0))
  }

  private var ownCount: Int { pieces.last?.end ?? 0 }

  /// How many rows are shown of a text that has grown to so many.
  func shownCount(of rows: Int) -> Int { ownCount + max(0, rows - rowCount) }

  /// What one of the shown rows is.
  func entry(at index: Int) -> Entry {
    guard index < ownCount else { return .row(rowCount + index - ownCount) }
    let piece = pieces[max(0, pieces.partition { $0.end <= index })]
    return piece.isHidden ? .hidden(piece.rows) : .row(piece.rows.lowerBound + index - piece.start)
  }

  /// The shown row that a row of the text stands on, or is left out in.
  func shownRow(of row: Int) -> Int {
    guard row < rowCount else { return ownCount + row - rowCount }
    let piece = pieces[pieces.partition { $0.rows.upperBound <= row }]
    return piece.isHidden ? piece.start : piece.start + row - piece.rows.lowerBound
  }

  /// The rows of the text that some of the shown rows may need, as far as they go.
  func rows(ofShown shown: Range<Int>) -> Range<Int> {
    guard let last = shown.last else { return 0..<0 }
    let ends = [entry(at: shown.lowerBound), entry(at: last)].map { entry in
      switch entry {
      case .row(let row): row..<row + 1
      case .hidden(let rows): rows.lowerBound..<rows.lowerBound + 1
      }
    }
    return ends[0].lowerBound..<max(ends[0].upperBound, ends[1].upperBound)
  }
}
