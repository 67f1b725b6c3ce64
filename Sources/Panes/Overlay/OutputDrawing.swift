import Typeset
import Workbench

/// What a command printed, and how it ended.
enum OutputDrawing {
  static func draw(_ output: CommandOutput, _ state: WorkbenchState, on canvas: inout Canvas) {
    let size = state.outputSize
    let inside = OverlayDrawing.open(
      rows: min(size.rows, max(3, output.layout.lineCount)),
      columns: size.columns + 2,
      title: output.title,
      state.size,
      on: &canvas
    )
    guard !output.text.isEmpty else {
      canvas.text(
        output.ending == nil ? "nothing printed yet" : "it printed nothing",
        row: inside.row,
        column: inside.column + 1,
        end: inside.endColumn,
        role: .muted
      )
      return
    }
    for row in 0..<inside.rows where output.top + row < output.layout.lineCount {
      canvas.put(
        output.layout,
        line: output.top + row,
        row: inside.row + row,
        column: inside.column + 1,
        end: inside.endColumn,
        role: .overlay
      )
    }
    drawPosition(of: output, inside, on: &canvas)
  }

  private static func drawPosition(
    of output: CommandOutput,
    _ inside: Rect,
    on canvas: inout Canvas
  ) {
    guard output.layout.lineCount > inside.rows else { return }
    let end = min(output.top + inside.rows, output.layout.lineCount)
    canvas.textRight(
      " \(output.top + 1) to \(end) of \(output.layout.lineCount) ",
      row: inside.endRow,
      start: inside.column + 1,
      end: inside.endColumn - 1,
      role: .title
    )
  }
}
