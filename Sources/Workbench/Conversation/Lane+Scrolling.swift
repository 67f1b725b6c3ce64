import Conversation

extension Lane {
  /// The row at the top of a view of `height` rows.
  ///
  /// A view that follows a stream moves by several rows at once, so that text stands still while it is read,
  /// and the terminal is sent the whole pane a few times less often.
  package func topRow(height: Int) -> Int {
    let hidden = max(0, text.rowCount - height)
    guard case .at(let message, let place) = scroll, let row = text.row(of: place, in: message)
    else {
      let step = followsInSteps ? max(1, height / 6) : 1
      return (hidden + step - 1) / step * step
    }
    return min(row, hidden)
  }

  /// How many rows lie below the view; 0 while it follows.
  package func rowsBelow(height: Int) -> Int {
    max(0, text.rowCount - height - topRow(height: height))
  }

  /// Lets the view stand where it is, whatever is added below.
  mutating func holdPlace(height: Int) {
    guard case .following = scroll else { return }
    let top = max(0, min(topRow(height: height), text.rowCount - height))
    guard let (index, row) = text.locate(top) else { return }
    scroll = .at(message: text.path[index], place: text.text(at: index).anchor(ofRow: row))
  }

  /// Scrolls by rows, downwards when positive; arriving at the end follows again.
  mutating func scroll(by rows: Int, height: Int) {
    // A view that follows may stand below the last full page.
    let top =
      rows < 0 ? min(topRow(height: height), text.rowCount - height) : topRow(height: height)
    scroll(to: top + rows, height: height)
  }

  /// Shows the end, and follows it; without blank rows below, where nothing streams.
  mutating func followEnd() {
    scroll = .following
    if !isStreaming { followsInSteps = false }
  }

  /// Puts a row at the top of the view, as far as the text reaches.
  mutating func scroll(to row: Int, height: Int) {
    if row >= text.rowCount - height {
      followEnd()
    } else if let (index, rowInMessage) = text.locate(max(0, row)) {
      let place = text.text(at: index).anchor(ofRow: rowInMessage)
      scroll = .at(message: text.path[index], place: place)
    }
  }

  /// The message that keys act on: the selected one, else the last.
  package var current: MessageID? { selected ?? tip }
}

extension Lane {
  /// Shows another path of the tree, at its end, or with a message of it selected.
  mutating func show(_ newTip: MessageID, selected newSelected: MessageID?) {
    tip = newTip
    selected = newSelected
    if selected == nil { scroll = .following }
  }

  /// Shows another path of the tree at its end; an empty one for `nil`.
  mutating func show(_ newTip: MessageID?) {
    tip = newTip
    selected = nil
    scroll = .following
  }
}

extension Lane {
  /// How many queued messages are shown at most, the newest ones.
  static var queueRowsAtMost: Int { 3 }
}

extension WorkbenchState {
  /// Where a lane's text is drawn: its column, less the rows below it, one for each queued message shown.
  package func laneView(of column: LaneColumns.Column) -> Rect {
    let queue = conversation.lanes[column.lane].queue
    let queued = max(0, min(queue.count, Lane.queueRowsAtMost, column.body.rows - 1))
    return Rect(
      row: column.body.row,
      column: column.body.column,
      rows: column.body.rows - queued,
      columns: column.body.columns
    )
  }
}
