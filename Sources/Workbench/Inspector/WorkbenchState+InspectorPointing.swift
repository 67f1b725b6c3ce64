import Conversation

extension WorkbenchState {
  /// Takes a press on the inspector: on a page's name, a frame, a delta, a token.
  mutating func pressInInspector(_ event: MouseEvent) -> Bool {
    // What was pressed before may show another moment, and no frame was drawn since.
    refreshInspector()
    guard let area = inspectorArea, area.contains(row: event.row, column: event.column),
      let inspector = conversation.inspector
    else { return false }
    if event.row == area.row {
      let page = inspectorTitles.first { $0.columns.contains(event.column) }?.page
      if let page { conversation.inspector?.turn(by: page.rawValue - inspector.page.rawValue) }
    } else {
      switch inspector.page {
      case .time: break
      case .gaps: pressOnGaps(row: event.row, column: event.column)
      case .raw: pressOnFrames(row: event.row, column: event.column)
      case .tokens: pressOnTokens(row: event.row, column: event.column)
      }
    }
    focus = .conversation
    return true
  }

  /// Takes the wheel over the inspector.
  mutating func wheelInInspector(_ lines: Int, at event: MouseEvent) -> Bool {
    guard let area = inspectorArea, area.contains(row: event.row, column: event.column) else {
      return false
    }
    for _ in 0..<min(abs(lines), 10) {
      _ = performInInspector(lines > 0 ? .inspectorDown : .inspectorUp)
    }
    return true
  }

  /// Where the pages' names stand in the title, each with the brackets or blanks around it.
  package var inspectorTitles: [(page: Inspector.Page, columns: Range<Int>)] {
    guard let area = inspectorArea else { return [] }
    // A blank, and the mark of the pane that has the focus.
    var column = area.column + (focusOnScreen == .conversation ? 2 : 1) + inspectorTitle.utf8.count
    return Inspector.Page.allCases.map { page in
      let columns = column..<column + page.title.utf8.count + 2
      column = columns.upperBound
      return (page, columns)
    }
  }

  /// What stands before the pages' names; nothing on narrow screens.
  package var inspectorTitle: String { (inspectorArea?.columns ?? 0) >= 50 ? "inspector " : "" }

  private mutating func pressOnFrames(row: Int, column: Int) {
    guard let areas = rawAreas, areas.list.contains(row: row, column: column),
      let page = conversation.inspector?.raw, !page.showsHeads
    else { return }
    let target = page.top + row - areas.list.row
    guard target < page.rowCount else { return }
    conversation.inspector?.raw.go(toRow: target, height: areas.list.rows)
  }

  private mutating func pressOnTokens(row: Int, column: Int) {
    guard let body = inspectorBody, let inspector = conversation.inspector,
      let id = inspector.reply, let reply = shownTree[id].reply
    else { return }
    let rows = inspector.tokens.view(shownTree[id], reply)
    let (row, column) = (row - body.row - 1, column - body.column - 1)
    guard rows.indices.contains(row) else { return }
    // The sign behind a piece is its own.
    let run = rows[row].first { $0.column <= column && column <= $0.endColumn }
    if let run { conversation.inspector?.tokens.go(to: run.piece, reply) }
  }
}
