import Workbench

extension OverlayDrawing {
  /// Draws the line that is typed in the first row of an overlay, behind a sign, with the cursor in it.
  static func drawField(
    _ sign: String,
    _ editor: TextEditor,
    _ inside: Rect,
    on canvas: inout Canvas
  ) {
    let start = inside.column + 1
    canvas.text(sign, row: inside.row, column: start, end: inside.endColumn, role: .hintKey)
    let field = Rect(
      row: inside.row,
      column: start + 2,
      rows: 1,
      columns: inside.columns - 4
    )
    let editing = EditorDrawing(field: editor, area: field)
    editing.draw(role: .overlay, on: &canvas)
    editing.placeCursor(on: &canvas)
  }
}
