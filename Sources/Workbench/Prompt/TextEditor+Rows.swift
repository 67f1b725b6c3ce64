extension TextEditor {
  /// Moves the caret by rows as they stand on screen, down where positive, towards the column where the
  /// first such move began.
  ///
  /// - Returns: Whether there was a row to go to; the caret stays where it is otherwise.
  @discardableResult
  package mutating func moveByRows(_ distance: Int, widthInColumns: Int) -> Bool {
    let layout = EditorLayout(self, widthInColumns: widthInColumns)
    let start = layout.caret
    let target = layout.row(distance, from: start.position)
    guard target != start.position else { return false }
    var column = start.column
    if case .climbing(let wanted) = streak { column = wanted }
    moveCaret(to: layout.position(at: target, column: column))
    streak = .climbing(column: column)
    return true
  }
}
