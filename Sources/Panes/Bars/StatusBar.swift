import Conversation
import Typeset
import Workbench

/// The first row: what is in use, and how the focused stream stands.
enum StatusBar {
  static func draw(_ state: WorkbenchState, _ layout: ScreenLayout, on canvas: inout Canvas) {
    guard let rect = layout.status else { return }
    let style = canvas.theme[.statusBar]
    canvas.fill(row: rect.row, from: 0, to: rect.endColumn, with: 0x20, style: style)
    let lane = state.conversation.focusedLane
    let figures = StreamText.summary(
      of: lane,
      tree: state.tree,
      columns: rect.columns - CellWidth.columns(of: lane.preset.name) - 10
    )
    let start = max(1, rect.endColumn - CellWidth.columns(of: figures) - 1)
    canvas.text(figures, row: rect.row, column: start, end: rect.endColumn - 1, style: style)
    var name = " weir  \(lane.preset.name)"
    if lane.preset.isDemo { name += "  (demo: canned answers)" }
    if state.conversation.hasLanes {
      name += "  lane \(state.conversation.focused + 1) of \(state.conversation.lanes.count)"
    }
    if state.system != nil { name += "  own system prompt" }
    let end = canvas.text(name, row: rect.row, column: 0, end: start - 1, style: style)
    guard layout.sidebarFrame == nil else { return }
    let context = ContextText.line(state.context, columns: start - end - 3)
    canvas.textRight(
      context,
      row: rect.row,
      start: end + 1,
      end: start - 2,
      role: state.context.isNearlyFull ? .warning : .statusBar
    )
  }
}
