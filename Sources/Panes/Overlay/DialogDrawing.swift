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

  /// The host stands above the address, since the address may be long and look like another; where there
  /// is no room for all of it, its end stays.
  static func draw(link url: String, _ size: ScreenSize, on canvas: inout Canvas) {
    let columns = max(1, min(80, size.columns - 4))
    let target = LinkTarget(url)
    let top = target.host.map { "host: \($0)" } ?? target.refusal ?? ""
    let head = TextLayout(top, widthInColumns: max(1, columns - 2))
    let address = TextLayout(url, widthInColumns: max(1, columns - 2))
    let room = max(2, size.rows - 6)
    let headRows = min(head.lineCount, room - 1)
    let inside = OverlayDrawing.open(
      rows: headRows + min(address.lineCount, room - headRows),
      columns: columns,
      title: target.refusal == nil ? "open this address?" : "an address that weir does not open",
      size,
      on: &canvas
    )
    let role: Role = target.refusal == nil ? .hintKey : .warning
    for row in 0..<inside.rows {
      let isHead = row < headRows
      let line = isHead ? row + head.lineCount - headRows : row - headRows
      canvas.put(
        isHead ? head : address,
        line: line,
        row: inside.row + row,
        column: inside.column + 1,
        end: inside.endColumn,
        role: isHead ? role : .overlay
      )
    }
  }
}
