/// A place in a message that means the same when its rows change: folded, or laid out for another width.
package enum MessageAnchor: Sendable, Hashable {
  case header
  case reasoningHeader
  /// UTF-8 bytes into the reasoning, and rows below the one that shows this place.
  case reasoning(offset: Int, rowsBelow: Int = 0)
  /// UTF-8 bytes into the content, and rows below the one that shows this place: a blank row has no place of
  /// its own, nor has the second row of a formula.
  case body(offset: Int, rowsBelow: Int = 0)
  /// A line of a note's layout.
  case note(index: Int, line: Int)
  case blank
}

extension MessageText {
  /// The place at the start of a row, counted from the message's first.
  func anchor(ofRow index: Int) -> MessageAnchor {
    switch row(index) {
    case .header: .header
    case .reasoningHeader: .reasoningHeader
    case .reasoning(let row):
      .reasoning(
        offset: reasoning.sourceOffset(ofRow: row),
        rowsBelow: reasoning.rowsBelowPlace(ofRow: row)
      )
    case .body(let row):
      .body(offset: body.sourceOffset(ofRow: row), rowsBelow: body.rowsBelowPlace(ofRow: row))
    case .same(let rows): .body(offset: body.sourceOffset(ofRow: rows.lowerBound))
    case .note(let index, let line): .note(index: index, line: line)
    case .blank: .blank
    }
  }

  /// The row that a place is on now; folded reasoning is on its header's.
  func row(of anchor: MessageAnchor) -> Int {
    switch anchor {
    case .header: return 0
    case .reasoningHeader: return min(1, reasoningRows)
    case .reasoning(let offset, let rowsBelow):
      guard options.showsReasoning else { return min(1, reasoningRows) }
      let row = reasoning.row(ofSourceOffset: offset, rowsBelow: rowsBelow)
      return min(2 + max(0, row), rowCount - 1)
    case .body(let offset, let rowsBelow):
      let row = shownRow(ofBody: max(0, body.row(ofSourceOffset: offset, rowsBelow: rowsBelow)))
      return min(1 + reasoningRows + max(0, row), rowCount - 1)
    case .note(let index, let line):
      let above = notes.prefix(index).reduce(0) { $0 + $1.layout.lineCount }
      return min(1 + reasoningRows + bodyRows + above + min(line, rowCount), rowCount - 1)
    case .blank: return rowCount - 1
    }
  }
}
