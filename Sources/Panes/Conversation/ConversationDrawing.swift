import Conversation
import Typeset
import Workbench

/// The conversation pane: its frame and its lanes.
enum ConversationDrawing {
  static func draw(_ state: WorkbenchState, _ layout: ScreenLayout, on canvas: inout Canvas) {
    let columns = state.laneColumns
    let isFocused = state.focusOnScreen == .conversation
    let border: Role = isFocused ? .borderFocused : .border
    if let frame = layout.mainFrame {
      canvas.box(frame, role: border)
      canvas.divider(row: layout.promptRule, of: frame, role: .border)
      canvas.title(
        title(of: state, shown: columns.columns.count),
        row: frame.row,
        column: frame.column + 1,
        end: frame.endColumn - 1,
        isFocused: isFocused
      )
    } else {
      canvas.fill(
        row: layout.promptRule,
        from: 0,
        to: layout.prompt.endColumn,
        with: BoxGlyph.horizontal,
        style: canvas.theme[.border]
      )
    }
    for column in columns.separators { separate(column, layout, on: &canvas) }
    for column in columns.columns { LaneDrawing.draw(state, column, layout, on: &canvas) }
  }

  private static func title(of state: WorkbenchState, shown: Int) -> String {
    lanesTitle(of: state, shown: shown) + selecting(state) + found(state)
  }

  private static func selecting(_ state: WorkbenchState) -> String {
    switch state.conversation.selection?.mode {
    case nil: ""
    case .caret: ", caret"
    case .characters: ", selecting by character"
    case .lines: ", selecting by line"
    }
  }

  /// What is looked for, where it is not shown being typed.
  private static func found(_ state: WorkbenchState) -> String {
    guard let search = state.conversation.search, !search.isTyping else { return "" }
    return "  /\(search.editor.text.prefix(20))  \(search.count)"
  }

  private static func lanesTitle(of state: WorkbenchState, shown: Int) -> String {
    let count = state.conversation.lanes.count
    guard count > 1 else { return "conversation" }
    let lanes =
      if state.conversation.isZoomed {
        "lane \(state.conversation.focused + 1) of \(count), zoomed"
      } else {
        shown < count ? "\(count) lanes, \(shown) shown" : "\(count) lanes"
      }
    let mode = state.conversation.asking
    return mode == AskingMode() ? lanes : "\(lanes), \(mode.words)"
  }

  private static func separate(_ column: Int, _ layout: ScreenLayout, on canvas: inout Canvas) {
    let style = canvas.theme[.border]
    let rect = layout.conversation
    for row in rect.row..<rect.endRow {
      canvas.fill(row: row, from: column, to: column + 1, with: BoxGlyph.vertical, style: style)
    }
    if layout.mainFrame != nil {
      canvas.fill(
        row: rect.row - 1,
        from: column,
        to: column + 1,
        with: BoxGlyph.topTee,
        style: style
      )
    }
    canvas.fill(
      row: layout.promptRule,
      from: column,
      to: column + 1,
      with: BoxGlyph.bottomTee,
      style: style
    )
  }
}
