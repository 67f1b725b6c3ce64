import Typeset
import Workbench

/// The row in which a search of the conversation is typed: the query, the count, the keys.
enum SearchField {
  static func draw(_ search: ConversationSearch, _ row: Rect, on canvas: inout Canvas) {
    canvas.fill(row, role: .hintText)
    let count = search.count
    let end = row.endColumn - CellWidth.columns(of: count) - 2
    let column = canvas.text(
      " /",
      row: row.row,
      column: row.column,
      end: row.endColumn,
      role: .hintKey
    )
    let field = Rect(row: row.row, column: column, rows: 1, columns: end - column)
    let editing = EditorDrawing(search.editor, area: field)
    editing.draw(role: .hintText, on: &canvas)
    canvas.text(
      count,
      row: row.row,
      column: max(column, end + 1),
      end: row.endColumn,
      role: search.hits.isEmpty ? .warning : .match
    )
    editing.placeCursor(on: &canvas)
  }
}
