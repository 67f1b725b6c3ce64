import Conversation

extension Lane {
  /// The row at the top of a view of `height` rows.
  ///
  /// A view that follows moves by several rows at once, so that text stands still while it is read, and
  /// the terminal is sent the whole pane a few times less often.
  package func topRow(height: Int) -> Int {
    let hidden = max(0, text.rowCount - height)
    guard case .at(let message, let row) = scroll, let first = text.firstRow(of: message) else {
      let step = max(1, height / 6)
      return (hidden + step - 1) / step * step
    }
    return min(first + row, hidden)
  }

  /// How many rows lie below the view; 0 while it follows.
  package func rowsBelow(height: Int) -> Int {
    max(0, text.rowCount - height - topRow(height: height))
  }

  /// Scrolls by rows, downwards when positive; arriving at the end follows again.
  mutating func scroll(by rows: Int, height: Int) {
    scroll(to: topRow(height: height) + rows, height: height)
  }

  /// Puts a row at the top of the view, as far as the text reaches.
  mutating func scroll(to row: Int, height: Int) {
    if row >= text.rowCount - height {
      scroll = .following
    } else if let place = text.locate(max(0, row)) {
      scroll = .at(message: place.message, row: place.row)
    }
  }

  /// The message that keys act on: the selected one while it is on the path, else the last.
  package var current: MessageID? {
    if let selected, text.path.contains(selected) { return selected }
    return tip
  }

  /// Selects the next or previous message and brings its first row into view.
  mutating func select(by step: Int, height: Int) {
    guard let current, let position = text.path.firstIndex(of: current) else { return }
    let target = min(max(0, position + step), text.path.count - 1)
    selected = target == text.path.count - 1 ? nil : text.path[target]
    let first = text.starts[target]
    let top = topRow(height: height)
    if selected == nil {
      scroll = .following
    } else if first < top || first >= top + height - 1 {
      scroll(to: first, height: height)
    }
  }
}

extension Lane {
  /// Shows another path of the tree, at its end, or at a selected message.
  mutating func show(_ newTip: MessageID, selected newSelected: MessageID?) {
    tip = newTip
    selected = newSelected
    if selected == nil { scroll = .following }
  }
}

extension Lane {
  /// How many queued messages are shown at most, the newest ones.
  package static var queueRowsAtMost: Int { 3 }
}

extension WorkbenchState {
  /// Where a lane's text is drawn: its column, less the rows of what is queued.
  package func laneView(of column: LaneColumns.Column) -> Rect {
    let queued = min(conversation.lanes[column.lane].queue.count, Lane.queueRowsAtMost)
    return Rect(
      row: column.body.row,
      column: column.body.column,
      rows: column.body.rows - queued,
      columns: column.body.columns
    )
  }
}
