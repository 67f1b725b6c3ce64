import Conversation
import Typeset

extension WorkbenchState {
  /// The focused lane as it stands on screen.
  var focusedColumn: LaneColumns.Column? {
    laneColumns.columns.first { $0.lane == conversation.focused }
  }

  /// Selects the next or previous message that is wanted, and brings its first row into view.
  mutating func select(by step: Int, where isWanted: (Message) -> Bool = { _ in true }) {
    guard let column = focusedColumn, conversation.focusedLane.tip != nil else { return }
    layOutLane(column)
    let lane = conversation.focusedLane
    let path = lane.text.path
    var target = positionOfCurrent(of: column, step: step) + step
    while path.indices.contains(target), !isWanted(tree[path[target]]) { target += step }
    if target >= path.count - 1 { return viewEnd() }
    target = max(0, target)
    conversation.lanes[conversation.focused].selected = path[target]
    reveal(.header, in: path[target], of: column)
  }

  /// The place in the path to go on from: the current message's where it is in view, else that of the first in view.
  private func positionOfCurrent(of column: LaneColumns.Column, step: Int) -> Int {
    let lane = conversation.lanes[column.lane]
    let text = lane.text
    let view = rowsInView(of: column)
    if let current = lane.current, let index = text.index(of: current),
      (text.starts[index]..<text.starts[index + 1]).overlaps(view)
    {
      return index
    }
    guard let (index, row) = text.locate(view.lowerBound) else { return text.path.count - 1 }
    return step < 0 && row > 0 ? index + 1 : index
  }

  /// The rows of a lane that are on screen.
  func rowsInView(of column: LaneColumns.Column) -> Range<Int> {
    let height = laneView(of: column).rows
    let top = conversation.lanes[column.lane].topRow(height: height)
    return top..<top + height
  }

  mutating func viewEnd() {
    conversation.lanes[conversation.focused].followEnd()
    conversation.lanes[conversation.focused].selected = nil
  }

  /// Goes to the next or previous piece of code or link, in messages that were never in view, too.
  mutating func moveToElement(_ kind: LaneElement.Kind, by step: Int) {
    guard let column = focusedColumn, conversation.focusedLane.tip != nil else { return }
    layOutLane(column)
    let path = conversation.focusedLane.text.path
    let start = placeToGoOnFrom(in: column, step: step)
    var index = min(start.index, path.count - 1)
    while path.indices.contains(index) {
      let isOwn = index == start.index
      let found = elements(kind, at: index, of: column).filter {
        let place = ($0.section.rawValue, $0.source)
        return !isOwn || (step > 0 ? place > start.place : place < start.place)
      }
      if let element = step > 0 ? found.first : found.last {
        return go(to: element, in: path[index], of: column)
      }
      index += step
    }
    status = StatusMessage("there is no \(kind.name) \(step > 0 ? "below" : "above")")
  }

  /// The elements of a message that are not folded away; reads it where it may hold any.
  private mutating func elements(
    _ kind: LaneElement.Kind,
    at index: Int,
    of column: LaneColumns.Column
  ) -> [LaneElement] {
    let lane = conversation.lanes[column.lane]
    let message = tree[lane.text.path[index]]
    let isInContent = message.isReply && kind.mayBe(in: message.content)
    guard
      isInContent
        || lane.showsReasoning(of: message, byDefault: showsAllReasoning)
          && kind.mayBe(in: message.source(of: .reasoning))
    else { return [] }
    readMessage(at: index, lane: column.lane)
    return conversation.lanes[column.lane].text.text(at: index).elements(kind)
  }

  /// Makes an element the current one and brings it into view, whole where it fits.
  mutating func go(to element: LaneElement, in id: MessageID, of column: LaneColumns.Column) {
    conversation.lanes[column.lane].selected = id
    conversation.lanes[column.lane].element = element
    reveal(element.anchor, in: id, of: column)
    let lane = conversation.lanes[column.lane]
    guard let index = lane.text.index(of: id) else { return }
    let text = lane.text.text(at: index)
    if let code = text.code(of: element) {
      let end = max(element.source, code.source.upperBound - 1)
      let last = text.row(of: element.section.anchor(offset: end))
      if lane.text.starts[index] + last >= rowsInView(of: column).upperBound {
        reveal(element.anchor, in: id, of: column, always: true)
      }
    }
    if let link = text.link(of: element) { status = StatusMessage(link.url, role: .link) }
  }

  /// The place to go on from: the element or message that is current where it is in view, else the view's edge;
  /// within the message by section and offset.
  private func placeToGoOnFrom(
    in column: LaneColumns.Column,
    step: Int
  ) -> (index: Int, place: (Int, Int)) {
    let lane = conversation.lanes[column.lane]
    let view = rowsInView(of: column)
    let start = (-1, 0)
    if let selected = lane.selected, let index = lane.text.index(of: selected) {
      let place = lane.element?.anchor ?? .header
      let row = lane.text.starts[index] + lane.text.text(at: index).row(of: place)
      if view.contains(row) {
        return (index, lane.element.map { ($0.section.rawValue, $0.source) } ?? start)
      }
    }
    if lane.scroll == .following, step < 0 { return (lane.text.path.count, start) }
    guard let (index, row) = lane.text.locate(view.lowerBound) else { return (0, start) }
    switch lane.text.text(at: index).anchor(ofRow: row) {
    case .header, .reasoningHeader: return (index, start)
    case .reasoning(let offset, _):
      return (index, (MessageSection.reasoning.rawValue, step > 0 ? offset - 1 : offset))
    case .body(let offset, _):
      return (index, (MessageSection.content.rawValue, step > 0 ? offset - 1 : offset))
    case .note, .blank: return (index, (.max, 0))
    }
  }
}
