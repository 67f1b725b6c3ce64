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

  /// vi's mode and the keys of a half-typed command, to stand behind a title; empty without vi.
  static func mode(of editor: TextEditor) -> String {
    guard let vi = editor.vi else { return "" }
    return " \u{2500} \(vi.mode.title)" + (vi.pending.isEmpty ? "" : "  \(vi.pending)")
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
    for (row, labels) in screen.labels.enumerated() {
      for label in labels {
        canvas.restyle(
          row: area.row + row,
          from: area.column + label.lowerBound,
          to: area.column + label.upperBound,
          style: canvas.theme[.accent]
        )
      }
    }
    for (row, columns) in screen.selections.enumerated() {
      guard let columns else { continue }
      canvas.restyle(
        row: area.row + row,
        from: area.column + columns.lowerBound,
        to: min(area.column + columns.upperBound, area.endColumn),
        style: canvas.theme[.selection]
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
