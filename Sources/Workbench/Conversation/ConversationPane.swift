import Conversation

/// The row of lanes; usually one.
package struct ConversationPane: Sendable {
  package internal(set) var lanes: [Lane]
  /// The index of the lane that keys act on.
  package internal(set) var focused = 0
  package internal(set) var isZoomed = false
  /// What is looked for in a lane.
  package internal(set) var search: ConversationSearch?
  package internal(set) var selection: TextSelection?
  private var nextID = 0

  init(preset: Preset) {
    lanes = []
    add(preset: preset, tip: nil)
  }

  /// - Parameter lanes: At least one: its preset, and where its path ends.
  init(lanes: [(preset: Preset, tip: MessageID?)]) {
    self.lanes = []
    for lane in lanes { add(preset: lane.preset, tip: lane.tip) }
  }

  package var focusedLane: Lane { lanes[focused] }

  package var hasLanes: Bool { lanes.count > 1 }

  package var isStreaming: Bool { lanes.contains(where: \.isStreaming) }

  /// Adds a lane at the end that goes on from `tip`.
  mutating func add(preset: Preset, tip: MessageID?) {
    lanes.append(Lane(id: Lane.ID(rawValue: nextID), preset: preset, tip: tip))
    nextID += 1
  }

  /// Removes a lane; the last one stays.
  mutating func remove(_ index: Int) {
    guard lanes.count > 1 else { return }
    lanes.remove(at: index)
    focused = min(focused > index ? focused - 1 : focused, lanes.count - 1)
    if lanes.count == 1 { isZoomed = false }
  }

  /// Keeps one lane and drops the others.
  mutating func keepOnly(_ index: Int) {
    lanes = [lanes[index]]
    focused = 0
    isZoomed = false
  }

  mutating func focus(_ index: Int) {
    if lanes.indices.contains(index) { focused = index }
  }

  /// Moves the focused lane by one place.
  mutating func moveFocused(by step: Int) {
    let target = focused + step
    guard lanes.indices.contains(target) else { return }
    lanes.swapAt(focused, target)
    focused = target
  }
}
