import Conversation

/// Lanes whose names are hidden until one is voted for, and that stand in random order.
package struct BlindMode: Sendable, Hashable {
  /// The order in which they stood.
  let order: [Lane.ID]
  /// Not after a vote, until the next message is sent.
  package internal(set) var isHidden = true
}

extension ConversationPane {
  /// Whether nothing on screen may tell which preset a lane is.
  package var hidesNames: Bool { hasLanes && blind?.isHidden == true }

  /// Puts the lanes into random order, without what could tell them apart but their answers.
  mutating func hide(using random: inout SeededGenerator) {
    blind = BlindMode(order: blind?.order ?? lanes.map(\.id))
    lanes.shuffle(using: &random)
    focused = 0
    isZoomed = false
    baseline = nil
    for index in lanes.indices {
      lanes[index].weight = 1
      lanes[index].text = LaneText()
    }
  }

  /// Shows the names again, with the lanes as they stand.
  mutating func reveal() {
    blind?.isHidden = false
    for index in lanes.indices { lanes[index].text = LaneText() }
  }

  /// Ends the mode, with the lanes in the order in which they stood before.
  mutating func endBlindMode() {
    guard let order = blind?.order else { return }
    reveal()
    blind = nil
    let focusedLane = focusedLane.id
    let places = lanes.map { order.firstIndex(of: $0.id) ?? order.count }
    lanes = lanes.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { lanes[$0] }
    focused = lanes.firstIndex { $0.id == focusedLane } ?? 0
  }
}
