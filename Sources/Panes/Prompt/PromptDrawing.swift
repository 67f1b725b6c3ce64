import Typeset
import Workbench

/// The prompt: its title on the rule above, its text, and the caret.
enum PromptDrawing {
  static func drawTitle(of state: WorkbenchState, _ layout: ScreenLayout, on canvas: inout Canvas) {
    canvas.title(
      title(of: state),
      row: layout.promptRule,
      column: layout.prompt.column,
      end: layout.prompt.endColumn,
      isFocused: state.focusOnScreen == .prompt
    )
  }

  /// The column after the title, where it has the focus, which makes it longer.
  static func titleEnd(of state: WorkbenchState, _ layout: ScreenLayout) -> Int {
    layout.prompt.column + CellWidth.columns(of: title(of: state)) + 3
  }

  /// Draws what stands below the title.
  static func draw(_ state: WorkbenchState, _ layout: ScreenLayout, on canvas: inout Canvas) {
    let rect = layout.prompt
    if let search = state.prompt.search {
      drawSearch(search, rect, on: &canvas)
    } else {
      let text = state.promptText
      if text.row > rect.row { drawChips(state.promptChips, rect, on: &canvas) }
      drawText(state, text, on: &canvas)
    }
  }

  private static func title(of state: WorkbenchState) -> String {
    let mode = EditorDrawing.mode(of: state.prompt.editor)
    if let editing = state.prompt.editing {
      return title(of: editing, state) + (editing.isSent ? prefill(of: state) : "") + mode
    }
    let count = state.conversation.lanes.count
    let isOff = state.keeping.isOffTheRecord && state.keeping.replayedFile == nil
    // Without a frame, this is the only title there is.
    let following = state.layout.mainFrame == nil ? ", \(state.followingWords)" : ""
    return (count > 1 ? "prompt to \(count) lanes\(following)" : "prompt")
      + (isOff ? ", off the record" : "")
      + prefill(of: state) + mode
  }

  private static func prefill(of state: WorkbenchState) -> String {
    let words = state.prompt.prefill
    guard !words.isEmpty else { return "" }
    let line = words.prefix(30).map { $0.isNewline ? " " : $0 }
    return ", reply begins: \(String(line))" + (words.count > 30 ? "\u{2026}" : "")
  }

  private static func title(of editing: PromptEditing, _ state: WorkbenchState) -> String {
    switch editing {
    case .message: "edit: sends a sibling"
    case .reply(let id):
      state.hidesNames
        ? "edit the reply, as a sibling"
        : "edit the reply of \(state.tree[id].reply?.preset.name ?? "?"), as a sibling"
    case .note: "edit the note, not sent"
    case .newNote: "note, not sent"
    }
  }

  /// The files on one row; those that do not fit are counted.
  private static func drawChips(
    _ chips: [AttachmentChip],
    _ rect: Rect,
    on canvas: inout Canvas
  ) {
    var column = rect.column + PromptPane.margin
    for (index, chip) in chips.enumerated() {
      let isLast = index == chips.count - 1
      let end = rect.endColumn - (isLast ? 0 : " +\(chips.count)".utf8.count)
      let isTooWide = column + CellWidth.columns(of: chip.text) > end
      if isTooWide, index > 0 {
        let more = "+\(chips.count - index)"
        canvas.text(more, row: rect.row, column: column, end: rect.endColumn, role: .muted)
        return
      }
      column = canvas.text(chip.text, row: rect.row, column: column, end: end, role: chip.role) + 2
    }
  }

  private static func drawText(_ state: WorkbenchState, _ rect: Rect, on canvas: inout Canvas) {
    let editor = EditorDrawing(
      state.prompt.screen,
      area: Rect(
        row: rect.row,
        column: rect.column + PromptPane.margin,
        rows: rect.rows,
        columns: rect.columns - PromptPane.margin
      )
    )
    editor.draw(role: .text, on: &canvas)
    let role: Role = state.focusOnScreen == .prompt ? .accent : .muted
    canvas.text("\u{276F}", row: rect.row, column: rect.column, end: rect.endColumn, role: role)
    if state.focusOnScreen == .prompt, state.sidebar.edit == nil { editor.placeCursor(on: &canvas) }
  }

  private static func drawSearch(
    _ search: HistorySearch,
    _ rect: Rect,
    on canvas: inout Canvas
  ) {
    var column = canvas.text(
      "search history: \(search.query)",
      row: rect.row,
      column: rect.column,
      end: rect.endColumn,
      role: .accent
    )
    canvas.placeCursor(row: rect.row, column: min(column, rect.endColumn - 1))
    column += 2
    let match = search.match.map { $0.replacing("\n", with: " ") } ?? "no match"
    canvas.text(
      match,
      row: rect.row,
      column: column,
      end: rect.endColumn,
      role: search.match == nil ? .muted : .match
    )
  }
}
