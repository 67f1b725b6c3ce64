/// What one row of a message on screen holds.
package enum MessageRow: Sendable, Hashable {
  /// Who speaks: the user, or preset and model.
  case header
  /// The line that folds and unfolds the reasoning.
  case reasoningHeader
  /// A row of the reasoning.
  case reasoning(row: Int)
  /// A row of the content.
  case body(row: Int)
  /// So many rows of the content that are left out, since another lane has the same.
  case same(rows: Range<Int>)
  /// A line of a note's layout.
  case note(index: Int, line: Int)
  case blank
}
