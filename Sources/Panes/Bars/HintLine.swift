import Typeset
import Workbench

/// The last row: a message when there is one, else how far a judge is and the keys that work at this moment; and whose the mouse is.
enum HintLine {
  static func draw(_ state: WorkbenchState, _ layout: ScreenLayout, on canvas: inout Canvas) {
    guard let rect = layout.hint else { return }
    canvas.fill(rect, role: .hintText)
    let end = drawMouse(state, rect, on: &canvas)
    if let status = state.shownStatus, state.leader?.isShown != true {
      canvas.text(
        " \(status.text)",
        row: rect.row,
        column: 0,
        end: end,
        role: status.role
      )
      return
    }
    var column = 1
    if let judging = state.judgingInWords, state.leader?.isShown != true {
      column = 2 + canvas.text(judging, row: rect.row, column: column, end: end, role: .streaming)
    }
    for hint in Hint.all(for: state) {
      let width = CellWidth.columns(of: hint.keys) + 1 + CellWidth.columns(of: hint.words)
      guard column + width <= end else { continue }
      column = canvas.text(
        hint.keys,
        row: rect.row,
        column: column,
        end: end,
        role: .hintKey
      )
      column =
        2
        + canvas.text(
          " \(hint.words)",
          row: rect.row,
          column: column,
          end: end,
          role: .hintText
        )
    }
  }

  /// Says at the right end whose the mouse is, where that leaves room for the rest; a long message needs all.
  ///
  /// - Returns: The column where the rest must end.
  private static func drawMouse(
    _ state: WorkbenchState,
    _ rect: Rect,
    on canvas: inout Canvas
  ) -> Int {
    let words = state.capturesMouse ? "mouse: weir" : "mouse: terminal"
    let end = rect.endColumn - words.utf8.count - 2
    let message = state.leader?.isShown == true ? nil : state.shownStatus
    let needed = message.map { CellWidth.columns(of: $0.text) + 1 } ?? 0
    guard rect.columns >= minimumColumns, needed <= end else { return rect.endColumn }
    canvas.text(words, row: rect.row, column: end + 1, end: rect.endColumn, role: .hintText)
    return end
  }

  private static var minimumColumns: Int { 60 }
}
