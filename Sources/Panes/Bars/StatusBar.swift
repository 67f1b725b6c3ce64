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
    let isHidden = state.hidesNames
    var name = isHidden ? " weir  blind" : " weir  \(lane.preset.name)"
    if let file = state.keeping.replayedFile {
      name += "  replay of \(file)"
    } else if state.keeping.isOffTheRecord {
      name += "  off the record"
    } else if state.savingTrouble != nil {
      name += "  ! not saved"
    }
    let room = rect.columns - CellWidth.columns(of: name) - 3
    let figures = isHidden ? "" : figures(of: state, columns: room)
    let start = max(1, rect.endColumn - CellWidth.columns(of: figures) - 1)
    canvas.text(figures, row: rect.row, column: start, end: rect.endColumn - 1, style: style)
    if lane.preset.isDemo, !isHidden { name += "  (demo: canned answers)" }
    if state.conversation.hasLanes {
      name += "  lane \(state.conversation.focused + 1) of \(state.conversation.lanes.count)"
    }
    if state.system != nil { name += "  own system prompt" }
    let nameEnd = canvas.text(name, row: rect.row, column: 0, end: start - 1, style: style)
    var end = start - 1
    if layout.sidebarFrame == nil, !isHidden {
      end = canvas.textRight(
        ContextText.line(state.context, columns: start - nameEnd - 3),
        row: rect.row,
        start: nameEnd + 1,
        end: start - 2,
        role: state.context.isNearlyFull ? .warning : .statusBar
      )
    }
    guard !state.title.isEmpty, end - nameEnd >= leastTitle else { return }
    canvas.text("  \u{2502} \(state.title)", row: rect.row, column: nameEnd, end: end, style: style)
  }

  /// How the focused stream stands, or where the reader stands in what it was.
  private static func figures(of state: WorkbenchState, columns: Int) -> String {
    if state.isInPast, let ruler = state.conversation.ruler {
      return StreamText.past(of: ruler, lag: state.lag, columns: columns)
    }
    let focused = state.conversation.focused
    if state.showsAnothersAnswer(lane: focused) { return StreamText.notAsked }
    guard let reply = state.ownReply(ofLane: focused) else { return "" }
    return StreamText.summary(
      of: reply,
      figures: state.conversation.focusedLane.figures,
      columns: columns
    )
  }

  /// The columns below which a title says nothing.
  private static var leastTitle: Int { 12 }
}
