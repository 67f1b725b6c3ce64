import Conversation
import Typeset

/// What the lanes were last scrolled by.
struct LaneStep: Sendable, Equatable {
  let lane: Lane.ID
  let tip: MessageID?
  let scroll: ScrollPosition
}

/// Which paragraphs of a lane's answer stand beside which of the focused lane's.
struct LaneAlignment: Sendable {
  /// What was aligned; texts that grow are aligned anew.
  struct Sides: Sendable, Equatable {
    let own: MessageID
    let other: MessageID
    let ownBytes: Int
    let otherBytes: Int
  }

  let sides: Sides
  let paragraphs: ParagraphAlignment
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
    guard conversation.scrollsInStep, conversation.hasLanes, step != conversation.step,
      !isInPast
    else { return }
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

  /// The place in another answer that stands beside one of this.
  private mutating func counterpart(
    of place: MessageAnchor,
    in message: MessageID,
    to other: MessageID,
    _ lane: Int
  ) -> MessageAnchor {
    guard case .body(let offset, _) = place else { return place }
    let sides = LaneAlignment.Sides(
      own: message,
      other: other,
      ownBytes: tree[message].content.utf8.count,
      otherBytes: tree[other].content.utf8.count
    )
    let known = conversation.lanes[lane].alignment
    let alignment =
      known.flatMap { $0.sides == sides ? $0 : nil }
      ?? LaneAlignment(
        sides: sides,
        paragraphs: ParagraphAlignment(tree[other].content, to: tree[message].content)
      )
    conversation.lanes[lane].alignment = alignment
    return .body(offset: alignment.paragraphs.offset(beside: offset))
  }
}
