import Workbench

/// All that is known of one message, line by line, each thing under its name.
enum DetailsDrawing {
  static func draw(_ details: MessageDetails, _ state: WorkbenchState, on canvas: inout Canvas) {
    let size = state.detailsSize
    let inside = OverlayDrawing.open(
      rows: min(size.rows, max(3, details.lines.count)),
      columns: size.columns + 2,
      title: details.title,
      state.size,
      on: &canvas
    )
    let left = inside.column + 1
    for (row, line) in details.lines.dropFirst(details.top).prefix(inside.rows).enumerated() {
      let y = inside.row + row
      let column = min(left + MessageDetails.labelColumns, inside.endColumn)
      canvas.text(line.label, row: y, column: left, end: column - 1, role: .hintKey)
      canvas.put(
        details.layouts[line.entry],
        line: line.line,
        row: y,
        column: column,
        end: inside.endColumn,
        role: details.entries[line.entry].role
      )
    }
    guard details.lines.count > inside.rows else { return }
    let end = min(details.top + inside.rows, details.lines.count)
    canvas.textRight(
      " \(details.top + 1) to \(end) of \(details.lines.count) ",
      row: inside.endRow,
      start: left,
      end: inside.endColumn - 1,
      role: .title
    )
  }
}
