import Conversation
import Typeset

/// What the pointer does while its button is held over the conversation.
enum PointerHold: Sendable, Hashable {
  case scrollbar(Lane.ID)
  /// It was pressed on a text, which is selected from there when it moves.
  case text(Lane.ID, from: TextPlace)
}

extension WorkbenchState {
  /// A press in the conversation: on the scrollbar, a link, a piece of code, a message.
  mutating func pressInConversation(_ event: MouseEvent) {
    guard let column = laneColumn(at: event) else { return }
    layOutLane(column)
    let view = laneView(of: column)
    let id = conversation.lanes[column.lane].id
    if event.column == view.endColumn - 1, scrollbar(of: column) != nil {
      pointerHold = .scrollbar(id)
      return drag(scrollbarOf: column, to: event)
    }
    let row = rowsInView(of: column).lowerBound + event.row - view.row
    let lane = conversation.lanes[column.lane]
    guard let (index, rowInMessage) = lane.text.locate(row) else { return }
    let message = lane.text.path[index]
    if let place = place(at: event, in: column) { pointerHold = .text(id, from: place) }
    let element = element(at: event, in: lane.text.text(at: index), row: rowInMessage, column)
    let isSame = lane.selected == message && lane.element == element
    conversation.lanes[column.lane].selected = message
    conversation.lanes[column.lane].element = element
    guard let link = currentLink else { return }
    if isSame { confirm(link: link.url) } else { status = StatusMessage(link.url, role: .link) }
  }

  private func element(
    at event: MouseEvent,
    in text: MessageText,
    row: Int,
    _ column: LaneColumns.Column
  ) -> LaneElement? {
    guard case .body(let bodyRow) = text.row(row) else { return nil }
    let pointed = event.column - laneView(of: column).column - Self.textIndent
    var found: LinkID?
    let codeOffset = conversation.lanes[column.lane].codeOffset
    text.body.forEachGlyph(ofRow: bodyRow, codeOffset: codeOffset) { glyph, place in
      if (place.column..<place.column + Int(glyph.width)).contains(pointed) { found = place.link }
    }
    if let link = text.body.links.first(where: { $0.id == found }) {
      return LaneElement(kind: .link, source: link.source)
    }
    return text.body.codeSource(atRow: bodyRow).map {
      LaneElement(kind: .code, source: $0.lowerBound)
    }
  }

  /// The pointer moved with its button held.
  mutating func dragInConversation(_ event: MouseEvent) {
    guard let pointerHold, let column = heldColumn(pointerHold) else { return }
    switch pointerHold {
    case .scrollbar: drag(scrollbarOf: column, to: event)
    case .text(let lane, let start):
      let view = laneView(of: column)
      if event.row < view.row { scroll(column, by: -1) }
      if event.row >= view.endRow { scroll(column, by: 1) }
      guard let place = place(at: event, in: column) else { return }
      guard place != start || conversation.selection != nil else { return }
      var selection = TextSelection(lane: lane, at: start, mode: .characters)
      selection.caret = place
      selection.isOfPointer = true
      conversation.selection = selection
    }
  }

  /// The button was released: what was selected is copied, and stays marked until the next key.
  mutating func releaseInConversation() -> [Effect] {
    pointerHold = nil
    guard let selection = conversation.selection, selection.isOfPointer else { return [] }
    let effects = copySelection()
    conversation.selection = selection
    return effects
  }

  private func heldColumn(_ hold: PointerHold) -> LaneColumns.Column? {
    let id: Lane.ID =
      switch hold {
      case .scrollbar(let id), .text(let id, _): id
      }
    return laneColumns.columns.first { conversation.lanes[$0.lane].id == id }
  }

  private func laneColumn(at event: MouseEvent) -> LaneColumns.Column? {
    laneColumns.columns.first {
      laneView(of: $0).contains(row: event.row, column: event.column)
    }
  }

  private mutating func drag(scrollbarOf column: LaneColumns.Column, to event: MouseEvent) {
    guard let bar = scrollbar(of: column) else { return }
    let view = laneView(of: column)
    conversation.lanes[column.lane].scroll(
      to: bar.top(atPointer: event.row - view.row),
      height: view.rows
    )
    layOutLane(column)
  }

  /// The character under the pointer, or the one before on its row, or the nearest row's.
  private mutating func place(
    at event: MouseEvent,
    in column: LaneColumns.Column
  ) -> TextPlace? {
    layOutLane(column)
    let view = laneView(of: column)
    let rows = rowsInView(of: column)
    let row = rows.lowerBound + min(max(0, event.row - view.row), view.rows - 1)
    let lane = conversation.lanes[column.lane]
    let near =
      bodyRows(in: rows.lowerBound..<min(rows.upperBound, row + 1), of: column).last
      ?? bodyRows(in: rows, of: column).first
    guard let near else { return nil }
    let start = TextPlace(message: near.id, offset: near.text.body.sourceOffset(ofRow: near.row))
    guard var walk = TextWalk(lane.text, at: start, rows: rows, codeOffset: lane.codeOffset)
    else { return nil }
    if walk.row < row {
      walk.moveToEndOfRow()
    } else {
      walk.move(toColumn: event.column - view.column - Self.textIndent)
    }
    return walk.place
  }
}
