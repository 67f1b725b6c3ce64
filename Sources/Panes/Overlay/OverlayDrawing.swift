import Typeset
import Workbench

/// Whatever lies over the panes, in a box in the middle.
enum OverlayDrawing {
  static func draw(_ state: WorkbenchState, on canvas: inout Canvas) {
    if let list = state.listBehind { ConversationListDrawing.draw(list, state, on: &canvas) }
    switch state.overlay {
    case nil: break
    case .search(let search): MessageSearchDrawing.draw(search, state, on: &canvas)
    case .conversations(let list): ConversationListDrawing.draw(list, state, on: &canvas)
    case .help(let top): drawHelp(state, top: top, on: &canvas)
    case .list(let list): ListDrawing.draw(list, state.size, on: &canvas)
    case .tree(let view): TreeDrawing(view: view, state: state).draw(on: &canvas)
    case .removal(let dialog): RemovalDrawing.draw(dialog, state.size, on: &canvas)
    case .systemPrompt(let editor): drawSystemPrompt(editor, state, on: &canvas)
    case .line(let dialog): DialogDrawing.draw(dialog, state.size, on: &canvas)
    case .link(let url): DialogDrawing.draw(link: url, state.size, on: &canvas)
    case .details(let details): DetailsDrawing.draw(details, state, on: &canvas)
    case .figures(let table): TurnTableDrawing(table: table).draw(state.size, on: &canvas)
    case .vote(let dialog): VoteDrawing.draw(dialog, state, on: &canvas)
    case .tally(let view): TallyDrawing(view: view).draw(state.size, on: &canvas)
    case .output(let output): OutputDrawing.draw(output, state, on: &canvas)
    }
  }

  /// Clears a box of the wanted size, as far as the screen allows, and returns its inside.
  static func open(
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
    let lines = HelpText.lines(keyMap: state.keyMap, editing: state.editing)
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

  private static func drawSystemPrompt(
    _ editor: TextEditor,
    _ state: WorkbenchState,
    on canvas: inout Canvas
  ) {
    let rows = max(1, min(12, state.size.rows - 6))
    let inside = open(
      rows: rows,
      columns: state.systemPromptColumns + 2,
      title: "system prompt of this conversation" + EditorDrawing.mode(of: editor),
      state.size,
      on: &canvas
    )
    let editing = EditorDrawing(editor, area: inside.inset(columns: 1))
    editing.draw(role: .overlay, on: &canvas)
    editing.placeCursor(on: &canvas)
  }
}
