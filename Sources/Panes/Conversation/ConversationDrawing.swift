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
    } else {
      canvas.fill(
        row: layout.promptRule,
        from: 0,
        to: layout.prompt.endColumn,
        with: BoxGlyph.horizontal,
        style: canvas.theme[.border]
      )
    }
    // Looked for first, since each of the two keeps a copy of the state, which takes longer than a row.
    let inspector = state.conversation.inspector == nil ? nil : InspectorDrawing(state)
    let ruler = state.conversation.ruler == nil ? nil : TimeRulerDrawing(state)
    ruler?.drawRule(layout, on: &canvas)
    if state.isConversationCovered {
      drawTitle(of: state, columns, layout, on: &canvas)
      ruler?.draw(on: &canvas)
      inspector?.draw(layout, on: &canvas)
      return
    }
    for column in columns.separators { separate(column, state.lanesArea, layout, on: &canvas) }
    // Over the ends of the separators.
    drawTitle(of: state, columns, layout, on: &canvas)
    for column in columns.columns { LaneDrawing.draw(state, column, on: &canvas) }
    ruler?.draw(on: &canvas)
    inspector?.draw(layout, on: &canvas)
  }

  private static func drawTitle(
    of state: WorkbenchState,
    _ columns: LaneColumns,
    _ layout: ScreenLayout,
    on canvas: inout Canvas
  ) {
    guard let frame = layout.mainFrame else { return }
    canvas.title(
      title(of: state, columns.columns.map(\.lane), columns: frame.columns - 5),
      row: frame.row,
      column: frame.column + 1,
      end: frame.endColumn - 1,
      isFocused: state.focusOnScreen == .conversation
    )
  }

  private static func title(of state: WorkbenchState, _ shown: [Int], columns: Int) -> String {
    let more = onlyDifferences(state) + selecting(state) + found(state)
    return lanesTitle(of: state, shown, columns: columns - CellWidth.columns(of: more)) + more
  }

  private static func onlyDifferences(_ state: WorkbenchState) -> String {
    state.conversation.marksDifferences && state.conversation.showsOnlyDifferences
      ? ", only differences" : ""
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

  /// Which lanes are in view, how they are asked, and what they go on from: in the fullest form that fits.
  private static func lanesTitle(
    of state: WorkbenchState,
    _ shown: [Int],
    columns: Int
  ) -> String {
    let count = state.conversation.lanes.count
    guard count > 1 else { return "conversation" }
    let focused = state.conversation.focused + 1
    let lanes =
      state.conversation.isZoomed
      ? "lane \(focused) of \(count), zoomed"
      : page(of: shown, among: count, folded: state.conversation.folded.count)
    let mode = state.conversation.asking
    let isPlain = mode == AskingMode()
    let (words, short) = isPlain ? ("", "") : (", \(mode.words)", ", \(mode.shortWords)")
    let following = ", \(state.followingWords)"
    let forms = [lanes + words + following, lanes + short + following]
    return forms.first { CellWidth.columns(of: $0) <= columns }
      ?? "\(count) lanes" + short + following
  }

  /// Which lanes are in view, and where those are that are not.
  private static func page(of shown: [Int], among count: Int, folded: Int) -> String {
    guard shown.count < count, let first = shown.first, let last = shown.last else {
      return "\(count) lanes"
    }
    let away = count - shown.count - folded
    if folded > 0 {
      return "\(count) lanes, \(folded) folded" + (away > 0 ? ", \(away) on other pages" : "")
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
