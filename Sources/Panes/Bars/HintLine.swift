import Typeset
import Workbench

/// The last row: a message when there is one, else the keys that work at this moment.
enum HintLine {
  static func draw(_ state: WorkbenchState, _ layout: ScreenLayout, on canvas: inout Canvas) {
    guard let rect = layout.hint else { return }
    canvas.fill(rect, role: .hintText)
    if let status = state.status, state.leader?.isShown != true {
      canvas.text(
        " \(status.text)",
        row: rect.row,
        column: 0,
        end: rect.endColumn,
        role: status.role
      )
      return
    }
    var column = 1
    for hint in Hint.all(for: state) {
      let width = CellWidth.columns(of: hint.keys) + 1 + CellWidth.columns(of: hint.words)
      guard column + width <= rect.endColumn else { continue }
      column = canvas.text(
        hint.keys,
        row: rect.row,
        column: column,
        end: rect.endColumn,
        role: .hintKey
      )
      column =
        2
        + canvas.text(
          " \(hint.words)",
          row: rect.row,
          column: column,
          end: rect.endColumn,
          role: .hintText
        )
    }
  }
}
