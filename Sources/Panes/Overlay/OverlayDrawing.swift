import Typeset
import Workbench

/// Whatever lies over the panes, in a box in the middle.
enum OverlayDrawing {
  static func draw(_ state: WorkbenchState, on canvas: inout Canvas) {
    switch state.overlay {
    case nil: break
    case .help(let top): drawHelp(state, top: top, on: &canvas)
    case .list(let list): drawList(list, state.size, on: &canvas)
    case .systemPrompt(let editor): drawSystemPrompt(editor, state, on: &canvas)
    }
  }

  /// Clears a box of the wanted size, as far as the screen allows, and returns its inside.
  private static func open(
    rows: Int,
    columns: Int,
    title: String,
    _ size: ScreenSize,
    on canvas: inout Canvas
  ) -> Rect {
    let outer = Rect(
      row: max(0, (size.rows - rows - 2) / 2),
      column: max(0, (size.columns - columns - 2) / 2),
      rows: min(rows + 2, size.rows),
      columns: min(columns + 2, size.columns)
    )
    canvas.fill(outer, role: .overlay)
    canvas.box(outer, role: .borderFocused)
    canvas.title(
      title,
      row: outer.row,
      column: outer.column + 1,
      end: outer.endColumn - 1,
      isFocused: true
    )
    canvas.hideCursor()
    return outer.inset(rows: 1, columns: 1)
  }

  private static func drawHelp(_ state: WorkbenchState, top: Int, on canvas: inout Canvas) {
    let lines = HelpText.lines(keyMap: state.keyMap)
    let rows = max(1, state.size.rows - 6)
    let inside = open(
      rows: rows,
      columns: min(92, state.size.columns - 4),
      title: "keys, \(top + 1) to \(min(top + rows, lines.count)) of \(lines.count)",
      state.size,
      on: &canvas
    )
    let keyColumns = min(26, inside.columns / 3)
    for (row, line) in lines.dropFirst(top).prefix(inside.rows).enumerated() {
      let y = inside.row + row
      switch line {
      case .heading(let text):
        canvas.text(text, row: y, column: inside.column + 1, end: inside.endColumn, role: .title)
      case .command(let keys, let title):
        canvas.text(
          keys,
          row: y,
          column: inside.column + 2,
          end: inside.column + keyColumns,
          role: .hintKey
        )
        canvas.text(
          title,
          row: y,
          column: inside.column + keyColumns + 1,
          end: inside.endColumn,
          role: .overlay
        )
      case .blank: break
      }
    }
  }

  private static func drawList(
    _ list: ListOverlay,
    _ size: ScreenSize,
    on canvas: inout Canvas
  ) {
    let rows = min(max(3, list.items.count + 2), max(3, size.rows - 6))
    let inside = open(
      rows: rows,
      columns: min(76, size.columns - 4),
      title: list.title,
      size,
      on: &canvas
    )
    let end = canvas.text(
      "\u{276F} \(list.filter)",
      row: inside.row,
      column: inside.column + 1,
      end: inside.endColumn,
      role: .overlay
    )
    canvas.placeCursor(row: inside.row, column: min(end, inside.endColumn - 1))
    let shown = max(0, inside.rows - 1)
    if list.items.isEmpty {
      canvas.text(
        "nothing matches",
        row: inside.row + 1,
        column: inside.column + 1,
        end: inside.endColumn,
        role: .muted
      )
    }
    let first = max(0, min(list.selection - shown / 2, list.items.count - shown))
    for (row, item) in list.items.dropFirst(first).prefix(shown).enumerated() {
      let isSelected = first + row == list.selection
      drawItem(item, isSelected: isSelected, row: inside.row + 1 + row, inside, on: &canvas)
    }
  }

  private static func drawItem(
    _ item: ListOverlay.Item,
    isSelected: Bool,
    row: Int,
    _ inside: Rect,
    on canvas: inout Canvas
  ) {
    let mark = isSelected ? "\u{25B8} " : "  "
    let end = canvas.text(
      mark + item.title,
      row: row,
      column: inside.column,
      end: inside.endColumn,
      role: .overlay
    )
    canvas.textRight(
      item.detail,
      row: row,
      start: end + 2,
      end: inside.endColumn - 1,
      role: .muted
    )
    guard isSelected else { return }
    canvas.restyle(
      row: row,
      from: inside.column,
      to: inside.endColumn,
      style: canvas.theme[.selection]
    )
  }

  private static func drawSystemPrompt(
    _ editor: TextEditor,
    _ state: WorkbenchState,
    on canvas: inout Canvas
  ) {
    let rows = max(1, min(12, state.size.rows - 6))
    let inside = open(
      rows: rows,
      columns: state.systemPromptColumns + 2,
      title: "system prompt of this conversation",
      state.size,
      on: &canvas
    )
    let editing = EditorDrawing(editor, area: inside.inset(columns: 1))
    editing.draw(role: .overlay, on: &canvas)
    editing.placeCursor(on: &canvas)
  }
}
