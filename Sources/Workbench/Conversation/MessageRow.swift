/// What one row of a message on screen holds.
package enum MessageRow: Sendable, Hashable {
  /// Who speaks: the user, or preset and model.
  case header
  /// The line that folds and unfolds the reasoning.
  case reasoningHeader
  /// A line of the reasoning's layout.
  case reasoning(line: Int)
  /// A line of the content's layout.
  case body(line: Int)
  /// A line of a note's layout.
  case note(index: Int, line: Int)
  case blank
}
