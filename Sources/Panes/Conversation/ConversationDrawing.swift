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
        title(of: state, columns.columns.map(\.lane)),
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
    let inspector = InspectorDrawing(state)
    if state.isConversationCovered {
      inspector?.draw(layout, on: &canvas)
      return
    }
    let ruler = TimeRulerDrawing(state)
    ruler?.drawRule(layout, on: &canvas)
    for column in columns.separators { separate(column, state.lanesArea, layout, on: &canvas) }
    for column in columns.columns { LaneDrawing.draw(state, column, on: &canvas) }
    ruler?.draw(on: &canvas)
    inspector?.draw(layout, on: &canvas)
  }

  private static func title(of state: WorkbenchState, _ shown: [Int]) -> String {
    lanesTitle(of: state, shown) + selecting(state) + found(state)
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

  private static func lanesTitle(of state: WorkbenchState, _ shown: [Int]) -> String {
    let count = state.conversation.lanes.count
    guard count > 1 else { return "conversation" }
    let lanes =
      if state.conversation.isZoomed {
        "lane \(state.conversation.focused + 1) of \(count), zoomed"
      } else {
        page(of: shown, among: count)
      }
    let mode = state.conversation.asking
    let asked = mode == AskingMode() ? lanes : "\(lanes), \(mode.words)"
    let isPart = state.conversation.marksDifferences && state.conversation.showsOnlyDifferences
    return isPart ? "\(asked), only differences" : asked
  }

  /// Which lanes are in view, where that is not all of them.
  private static func page(of shown: [Int], among count: Int) -> String {
    guard shown.count < count, let first = shown.first, let last = shown.last else {
      return "\(count) lanes"
    }
    return last - first == shown.count - 1 && last > first
      ? "lanes \(first + 1) to \(last + 1) of \(count)" : "\(count) lanes, \(shown.count) shown"
  }

  private static func separate(
    _ column: Int,
    _ rect: Rect,
    _ layout: ScreenLayout,
    on canvas: inout Canvas
  ) {
    let style = canvas.theme[.border]
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
      row: rect.endRow,
      from: column,
      to: column + 1,
      with: BoxGlyph.bottomTee,
      style: style
    )
  }
}
