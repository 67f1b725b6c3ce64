import Typeset
import Workbench

/// The ways in which the word before the caret may go on: a list that ends just above the prompt.
enum CompletionDrawing {
  private static let mostItems = 8

  static func draw(_ state: WorkbenchState, _ layout: ScreenLayout, on canvas: inout Canvas) {
    guard let menu = state.prompt.completion.menu else { return }
    let room = min(layout.conversation.rows, max(1, state.size.rows / 3))
    let hasRule = room > 2
    let shown = min(menu.items.count, mostItems, hasRule ? room - 1 : room)
    guard shown > 0 else { return }
    let area = Rect(
      row: layout.promptRule - shown,
      column: layout.prompt.column,
      rows: shown,
      columns: layout.prompt.columns
    )
    canvas.fill(area, role: .overlay)
    if hasRule { drawRule(menu, above: area, on: &canvas) }
    let first = max(0, min((menu.selection ?? 0) - shown / 2, menu.items.count - shown))
    let items = menu.items[first..<first + shown]
    let width = min(items.map { CellWidth.columns(of: $0.text) }.max() ?? 0, area.columns / 2)
    for (row, item) in items.enumerated() {
      let line = Rect(row: area.row + row, column: area.column, rows: 1, columns: area.columns)
      draw(item, isSelected: first + row == menu.selection, in: line, width: width, on: &canvas)
    }
  }

  private static func drawRule(_ menu: CompletionMenu, above area: Rect, on canvas: inout Canvas) {
    let row = area.row - 1
    canvas.fill(
      row: row,
      from: area.column,
      to: area.endColumn,
      with: BoxGlyph.horizontal,
      style: canvas.theme[.border]
    )
    let place = menu.selection.map { "\($0 + 1) of " } ?? ""
    canvas.title(
      "\(menu.title), \(place)\(menu.items.count)",
      row: row,
      column: area.column,
      end: area.endColumn,
      isFocused: menu.isActive
    )
  }

  private static func draw(
    _ item: CompletionMenu.Item,
    isSelected: Bool,
    in line: Rect,
    width: Int,
    on canvas: inout Canvas
  ) {
    let mark = isSelected ? "\u{25B8} " : "  "
    let end = canvas.text(
      mark + item.text,
      row: line.row,
      column: line.column,
      end: line.endColumn,
      role: .overlay
    )
    canvas.text(
      item.title,
      row: line.row,
      column: max(end, line.column + 2 + width) + 2,
      end: line.endColumn,
      role: .muted
    )
    guard isSelected else { return }
    canvas.restyle(
      row: line.row,
      from: line.column,
      to: line.endColumn,
      style: canvas.theme[.selection]
    )
  }
}
