import Conversation
import Typeset

/// What the pointer does while its button is held over the conversation.
enum PointerHold: Sendable, Hashable {
  case scrollbar(Lane.ID)
  /// It was pressed on a text, which is selected from there when it moves.
  case text(Lane.ID, from: PointedPlace)
  case ruler
}

/// A place that the pointer was at, whether there is text or not; the same when the view moves.
struct PointedPlace: Sendable, Hashable {
  let message: MessageID
  let anchor: MessageAnchor
  /// From the left edge of the text.
  let column: Int
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
    guard let (section, own) = text.sectionRow(row) else { return nil }
    let document = text.document(section)
    let pointed = event.column - laneView(of: column).column - Self.textIndent
    var found: LinkID?
    let codeOffset = conversation.lanes[column.lane].codeOffset
    document.forEachGlyph(ofRow: own, codeOffset: codeOffset) { glyph, place in
      if (place.column..<place.column + Int(glyph.width)).contains(pointed) { found = place.link }
    }
    if let link = document.links.first(where: { $0.id == found }) {
      return LaneElement(kind: .link, section: section, source: link.source)
    }
    return document.codeSource(atRow: own).map {
      LaneElement(kind: .code, section: section, source: $0.lowerBound)
    }
  }

  /// The pointer moved with its button held.
  mutating func dragInConversation(_ event: MouseEvent) {
    guard let pointerHold, let column = heldColumn(pointerHold) else { return }
    switch pointerHold {
    case .ruler: break
    case .scrollbar: drag(scrollbarOf: column, to: event)
    case .text(let lane, let start):
      let view = laneView(of: column)
      if event.row < view.row { scroll(column, by: -1) }
      if event.row >= view.endRow { scroll(column, by: 1) }
      guard let end = place(at: event, in: column),
        end != start || conversation.selection != nil
      else { return }
      conversation.selection = selection(of: lane, from: start, to: end, in: column)
    }
  }

  /// Lays out what stands between two places: where one was pressed may have gone out of view, and the width may have
  /// changed since.
  private mutating func layOutRows(
    from start: PointedPlace,
    to end: PointedPlace,
    of column: LaneColumns.Column
  ) {
    while let first = conversation.lanes[column.lane].text.row(of: start.anchor, in: start.message),
      let last = conversation.lanes[column.lane].text.row(of: end.anchor, in: end.message),
      layOut(rows: min(first, last)..<max(first, last) + 1, of: column)
    {}
  }

  /// The text between two places; `nil` where there is none.
  private mutating func selection(
    of id: Lane.ID,
    from start: PointedPlace,
    to end: PointedPlace,
    in column: LaneColumns.Column
  ) -> TextSelection? {
    layOutRows(from: start, to: end, of: column)
    let lane = conversation.lanes[column.lane]
    guard let startRow = lane.text.row(of: start.anchor, in: start.message),
      let endRow = lane.text.row(of: end.anchor, in: end.message)
    else { return nil }
    let isForward = (startRow, start.column) <= (endRow, end.column)
    let points = [(row: startRow, column: start.column), (row: endRow, column: end.column)]
    let (upper, lower) = isForward ? (points[0], points[1]) : (points[1], points[0])
    let rows = upper.row..<lower.row + 1
    func along(_ point: (row: Int, column: Int)) -> (row: Int, column: Int) {
      (point.row, point.column + sidewaysOffset(ofRow: point.row, lane: column.lane))
    }
    guard
      let first = TextWalk(lane.text, from: along(upper), rows: rows),
      let last = TextWalk(lane.text, upTo: along(lower), rows: rows),
      (first.row, first.index) <= (last.row, last.index),
      let firstPlace = first.place, let lastPlace = last.place
    else { return nil }
    var selection = TextSelection(
      lane: id,
      at: isForward ? firstPlace : lastPlace,
      mode: .characters
    )
    selection.caret = isForward ? lastPlace : firstPlace
    selection.footing = isForward ? last.footing : first.footing
    selection.isOfPointer = true
    return selection
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
    let id: Lane.ID? =
      switch hold {
      case .scrollbar(let id), .text(let id, _): id
      case .ruler: nil
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

  /// The place under the pointer, or the nearest in view.
  private mutating func place(
    at event: MouseEvent,
    in column: LaneColumns.Column
  ) -> PointedPlace? {
    layOutLane(column)
    let view = laneView(of: column)
    let text = conversation.lanes[column.lane].text
    let pointed = min(max(0, event.row - view.row), view.rows - 1)
    let row = min(rowsInView(of: column).lowerBound + pointed, text.rowCount - 1)
    guard let (index, inMessage) = text.locate(row) else { return nil }
    return PointedPlace(
      message: text.path[index],
      anchor: text.text(at: index).anchor(ofRow: inMessage),
      column: event.column - view.column - Self.textIndent
    )
  }
}
