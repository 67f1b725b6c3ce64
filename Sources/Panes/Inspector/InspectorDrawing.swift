import Typeset
import Workbench

/// The inspector below the lanes, or over them: its title with the pages, and the page that is open.
struct InspectorDrawing {
  let state: WorkbenchState
  let inspector: Inspector
  let area: Rect
  let body: Rect

  /// `nil` where there is no inspector, or nothing it could show.
  init?(_ state: WorkbenchState) {
    guard let inspector = state.conversation.inspector, let area = state.inspectorArea,
      let body = state.inspectorBody
    else { return nil }
    self.state = state
    self.inspector = inspector
    self.area = area
    self.body = body
  }

  func draw(_ layout: ScreenLayout, on canvas: inout Canvas) {
    // Over the lanes it stands in the frame's own line.
    if area.row != layout.mainFrame?.row { canvas.divider(above: area, in: layout.mainFrame) }
    drawTitle(on: &canvas)
    guard let id = inspector.reply, let reply = state.shownTree[id].reply else { return }
    switch inspector.page {
    case .time: TimePageDrawing(inspector: inspector, reply: reply, area: body).draw(on: &canvas)
    case .gaps:
      GapsPageDrawing(state, inspector, state.shownTree[id], reply)?.draw(on: &canvas)
    case .tokens:
      TokensPageDrawing(state, inspector, state.shownTree[id], reply)?.draw(on: &canvas)
    case .raw: RawPageDrawing(state, inspector, state.shownTree[id], reply)?.draw(on: &canvas)
    }
  }

  /// Writes the pages' names, the open one between brackets, and whose reply it is.
  private func drawTitle(on canvas: inout Canvas) {
    let isFocused = state.focusOnScreen == .conversation
    let pages = Inspector.Page.allCases.map { page in
      page == inspector.page ? "[\(page.title)]" : " \(page.title) "
    }
    // What of the lanes' title stands here must go.
    canvas.fill(
      row: area.row,
      from: area.column,
      to: area.endColumn,
      with: BoxGlyph.horizontal,
      style: canvas.theme[isFocused && state.isConversationCovered ? .borderFocused : .border]
    )
    canvas.title(
      state.inspectorTitle + pages.joined(),
      row: area.row,
      column: area.column,
      end: area.endColumn,
      isFocused: isFocused
    )
    guard let reply = inspector.reply.flatMap({ state.shownTree[$0].reply }) else { return }
    canvas.textRight(
      " \(reply.preset.name): \(StreamText.state(of: reply, figures: state.figures(of: inspector))) ",
      row: area.row,
      start: area.column + 40,
      end: area.endColumn - 1,
      role: StreamText.role(of: reply)
    )
  }
}

extension WorkbenchState {
  /// What the figures of the lane say that has the inspected reply at its end.
  fileprivate func figures(of inspector: Inspector) -> StreamFigures {
    let isLast = conversation.focusedLane.tip == inspector.reply
    return isLast ? shownFigures(ofLane: conversation.focused) : StreamFigures()
  }
}
