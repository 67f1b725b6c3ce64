import Conversation
import Typeset
import Workbench

/// One lane: its header where there are several, the rows in view, what is queued, and what lies below.
enum LaneDrawing {
  static func draw(
    _ state: WorkbenchState,
    _ column: LaneColumns.Column,
    on canvas: inout Canvas
  ) {
    let lane = state.conversation.lanes[column.lane]
    let isFocused = column.lane == state.conversation.focused
    if let header = column.header {
      if state.laneColumns.isTabbed {
        LaneTabsDrawing(state).draw(in: header, on: &canvas)
      } else {
        LaneHeaderDrawing(state: state, lane: column.lane).draw(in: header, on: &canvas)
      }
    }
    let view = state.laneView(of: column)
    if lane.tip == nil {
      WelcomeDrawing.draw(state, lane, view, on: &canvas)
    } else {
      drawRows(
        state,
        lane,
        view,
        marksSelection: isFocused && state.focusOnScreen == .conversation,
        &canvas
      )
    }
    if let bar = state.scrollbar(of: column), lane.tip != nil { draw(bar, view, on: &canvas) }
    if isFocused, state.focusOnScreen == .conversation, let caret = state.caretCell(in: column) {
      canvas.placeCursor(row: view.row + caret.row, column: view.column + caret.column)
    }
    drawQueue(lane, below: view, rows: column.body.endRow - view.endRow, on: &canvas)
    drawCount(
      ofRowsBelow: lane.rowsBelow(height: view.rows),
      column.body,
      row: state.lanesArea.endRow,
      // The title of what stands below is written over it.
      from: max(column.body.column + 9, PromptDrawing.titleEnd(of: state, state.layout)),
      on: &canvas
    )
  }

  private static func draw(_ bar: Scrollbar, _ view: Rect, on canvas: inout Canvas) {
    for row in bar.thumb {
      canvas.text(
        "\u{2590}",
        row: view.row + row,
        column: view.endColumn - 1,
        end: view.endColumn,
        role: .scrollbar
      )
    }
  }

  private static func drawCount(
    ofRowsBelow count: Int,
    _ body: Rect,
    row: Int,
    from start: Int,
    on canvas: inout Canvas
  ) {
    guard count > 0 else { return }
    canvas.textRight(
      " \u{2193} \(count) \(count == 1 ? "line" : "lines") below ",
      row: row,
      start: start,
      end: body.endColumn - 1,
      role: .accent
    )
  }

  private static func drawRows(
    _ state: WorkbenchState,
    _ lane: Lane,
    _ view: Rect,
    marksSelection: Bool,
    _ canvas: inout Canvas
  ) {
    let top = lane.topRow(height: view.rows)
    let tree = state.shownTree
    var row = 0
    while row < view.rows, let (index, rowInMessage) = lane.text.locate(top + row) {
      let id = lane.text.path[index]
      let isCurrent = marksSelection && id == lane.current
      let text = lane.text.text(at: index)
      let count = min(view.rows - row, text.rowCount - rowInMessage)
      var message = MessageDrawing(
        message: tree[id],
        text: text,
        rows: rowInMessage..<rowInMessage + max(0, count),
        tree: tree,
        codeOffset: lane.codeOffset,
        element: isCurrent ? lane.element : nil,
        search: state.conversation.search?.lane == lane.id ? state.conversation.search : nil,
        selection: state.conversation.selection.flatMap { $0.lane == lane.id ? $0 : nil },
        difference: lane.difference
      )
      message.hidesNames = state.hidesNames
      for offset in 0..<count {
        let y = view.row + row + offset
        message.draw(row: rowInMessage + offset, at: y, view, on: &canvas)
        if isCurrent, message.text.row(rowInMessage + offset) != .blank {
          canvas.text("\u{258C}", row: y, column: view.column, end: view.endColumn, role: .accent)
        }
      }
      row += max(1, count)
    }
  }

  private static func drawQueue(
    _ lane: Lane,
    below view: Rect,
    rows: Int,
    on canvas: inout Canvas
  ) {
    for (index, message) in lane.queue.suffix(rows).enumerated() {
      canvas.text(
        "\u{00BB} queued: \(message.text)",
        row: view.endRow + index,
        column: view.column,
        end: view.endColumn,
        role: .warning
      )
    }
  }
}
