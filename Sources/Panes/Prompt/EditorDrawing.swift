import Typeset
import Workbench

/// A text being edited, as it stands in an area.
struct EditorDrawing {
  private let screen: EditorLayout.Screen
  private let area: Rect

  init(_ screen: EditorLayout.Screen, area: Rect) {
    self.screen = screen
    self.area = area
  }

  /// Lays the text out from its first row, as far as that shows the caret.
  init(_ editor: TextEditor, area: Rect) {
    let first = EditorLayout.RowPosition(line: 0, row: 0)
    let layout = EditorLayout(editor, widthInColumns: area.columns)
    self.init(layout.screen(height: area.rows, previous: first), area: area)
  }

  func draw(role: Role, on canvas: inout Canvas) {
    for (row, glyphs) in screen.rows.enumerated() {
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
    canvas.placeCursor(
      row: area.row + screen.caretRow,
      column: area.column + screen.caretColumn
    )
  }
}
