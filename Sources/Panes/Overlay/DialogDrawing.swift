import Typeset
import Workbench

/// A dialog that asks for a line, and the question whether a link is to be opened.
enum DialogDrawing {
  static func draw(_ dialog: LineDialog, _ size: ScreenSize, on canvas: inout Canvas) {
    let inside = OverlayDrawing.open(
      rows: 4,
      columns: min(80, size.columns - 4),
      title: dialog.title,
      size,
      on: &canvas
    )
    let line = Rect(
      row: inside.row,
      column: inside.column + 3,
      rows: max(1, inside.rows - 1),
      columns: inside.columns - 4
    )
    let sign = if case .pipe = dialog.purpose { "$" } else { "\u{276F}" }
    canvas.text(
      sign,
      row: inside.row,
      column: inside.column + 1,
      end: inside.endColumn,
      role: .hintKey
    )
    let editing = EditorDrawing(dialog.editor, area: line)
    editing.draw(role: .overlay, on: &canvas)
    if let note = dialog.note, inside.rows > 1 {
      canvas.text(
        note.text,
        row: inside.endRow - 1,
        column: inside.column + 1,
        end: inside.endColumn,
        role: note.role
      )
    }
    editing.placeCursor(on: &canvas)
  }

  static func draw(link url: String, _ size: ScreenSize, on canvas: inout Canvas) {
    let columns = max(1, min(80, size.columns - 4))
    let address = TextLayout(url, widthInColumns: max(1, columns - 2))
    let mayOpen = WorkbenchState.mayOpen(url)
    let shown = max(1, min(address.lineCount, size.rows - 6))
    let inside = OverlayDrawing.open(
      rows: shown + (mayOpen ? 0 : 1),
      columns: columns,
      title: mayOpen ? "open this address?" : "an address that weir does not open",
      size,
      on: &canvas
    )
    for line in 0..<min(shown, inside.rows) {
      canvas.put(
        address,
        line: line,
        row: inside.row + line,
        column: inside.column + 1,
        end: inside.endColumn,
        role: .overlay
      )
    }
    guard !mayOpen, inside.rows > shown else { return }
    canvas.text(
      "only http and https are opened",
      row: inside.endRow - 1,
      column: inside.column + 1,
      end: inside.endColumn,
      role: .warning
    )
  }
}
