import Typeset
import Workbench

/// The row in which a search is typed: the query, and what it found.
struct SearchField {
  let editor: TextEditor
  /// What it found, in words.
  let count: String
  let isFound: Bool

  /// `nil` where no search is typed.
  init?(_ state: WorkbenchState) {
    if let search = state.conversation.search, search.isTyping {
      (editor, count, isFound) = (search.editor, search.count, !search.hits.isEmpty)
    } else if state.isTypingFrameSearch, let page = state.conversation.inspector?.raw,
      let search = page.search
    {
      (editor, count, isFound) = (search.editor, search.count(at: page.shown), !search.hits.isEmpty)
    } else {
      return nil
    }
  }

  func draw(_ row: Rect, on canvas: inout Canvas) {
    canvas.fill(row, role: .hintText)
    let end = row.endColumn - CellWidth.columns(of: count) - 2
    let column = canvas.text(
      " /",
      row: row.row,
      column: row.column,
      end: row.endColumn,
      role: .hintKey
    )
    let field = Rect(row: row.row, column: column, rows: 1, columns: end - column)
    let editing = EditorDrawing(field: editor, area: field)
    editing.draw(role: .hintText, on: &canvas)
    canvas.text(
      count,
      row: row.row,
      column: max(column, end + 1),
      end: row.endColumn,
      role: isFound ? .match : .warning
    )
    editing.placeCursor(on: &canvas)
  }
}
