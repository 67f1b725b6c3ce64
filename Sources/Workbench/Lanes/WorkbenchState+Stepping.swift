import Conversation
import Typeset

/// What the lanes were last scrolled by.
struct LaneStep: Sendable, Equatable {
  let lane: Lane.ID
  let tip: MessageID?
  let scroll: ScrollPosition
}

extension WorkbenchState {
  /// Has lanes scroll in step, or each by itself.
  mutating func toggleStepping() {
    conversation.scrollsInStep.toggle()
    conversation.step = nil
    status = StatusMessage(
      conversation.scrollsInStep
        ? "lanes scroll in step, by paragraph" : "each lane scrolls by itself",
      role: .success
    )
  }

  /// Brings the paragraph at the top of the focused lane to the top of the others in view, where it has moved.
  mutating func scrollInStep() {
    let focused = conversation.focusedLane
    let step = LaneStep(lane: focused.id, tip: focused.tip, scroll: focused.scroll)
    guard conversation.scrollsInStep, conversation.hasLanes, step != conversation.step else {
      return
    }
    conversation.step = step
    for column in laneColumns.columns where column.lane != conversation.focused {
      guard case .at(let message, let place) = focused.scroll else {
        conversation.lanes[column.lane].followEnd()
        continue
      }
      layOutLane(column)
      guard let other = counterpart(of: message, in: column.lane) else { continue }
      let there =
        other == message ? place : counterpart(of: place, in: message, to: other, column.lane)
      reveal(there, in: other, of: column, always: true)
    }
  }

  /// The message at the same place of another lane's path: of the same turn, and said by the same side.
  private func counterpart(of message: MessageID, in lane: Int) -> MessageID? {
    let own = conversation.focusedLane.text.path
    let path = conversation.lanes[lane].text.path
    guard !path.contains(message), let index = own.firstIndex(of: message) else { return message }
    let turn = own[...index].count { tree[$0].role == .user }
    var count = 0
    return path.first {
      if tree[$0].role == .user { count += 1 }
      return count == turn && tree[$0].role == tree[message].role
    }
  }

  /// The same place in another answer: in the paragraph that stands where this one does.
  private mutating func counterpart(
    of place: MessageAnchor,
    in message: MessageID,
    to other: MessageID,
    _ lane: Int
  ) -> MessageAnchor {
    guard case .body(let offset, _) = place,
      let index = conversation.focusedLane.text.index(of: message),
      let otherIndex = conversation.lanes[lane].text.index(of: other)
    else { return place }
    readMessage(at: otherIndex, lane: lane)
    let own = conversation.focusedLane.text.text(at: index).body.paragraphs
    let paragraphs = conversation.lanes[lane].text.text(at: otherIndex).body.paragraphs
    guard let last = paragraphs.indices.last else { return .header }
    let number = max(0, own.partition { $0 <= offset } - 1)
    return .body(offset: paragraphs[min(number, last)])
  }
}
