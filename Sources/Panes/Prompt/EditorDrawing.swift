import Typeset
import Workbench

/// A text being edited, wrapped into an area.
struct EditorDrawing {
  private let layout: EditorLayout
  private let top: EditorLayout.RowPosition
  private let area: Rect

  init(_ editor: TextEditor, top: EditorLayout.RowPosition, area: Rect) {
    layout = EditorLayout(editor, widthInColumns: area.columns)
    self.top = top
    self.area = area
  }

  /// Shows the caret, from the first row where there is room for that.
  init(_ editor: TextEditor, area: Rect) {
    let layout = EditorLayout(editor, widthInColumns: area.columns)
    let first = EditorLayout.RowPosition(line: 0, row: 0)
    self.init(editor, top: layout.top(height: area.rows, previous: first), area: area)
  }

  func draw(role: Role, on canvas: inout Canvas) {
    for (row, glyphs) in layout.rows(from: top, count: area.rows).enumerated() {
      canvas.put(
        glyphs,
        row: area.row + row,
        column: area.column,
        end: area.endColumn,
        style: canvas.theme[role]
      )
    }
  }

  func placeCursor(on canvas: inout Canvas) {
    let caret = layout.caret
    var row = 0
    while row < area.rows - 1, layout.row(row, from: top) < caret.position { row += 1 }
    canvas.placeCursor(row: area.row + row, column: area.column + caret.column)
  }
}
