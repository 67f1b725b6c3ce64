import Conversation

/// What may change whether lanes are folded.
struct FoldingKey: Sendable, Equatable {
  let lane: Lane.ID
  let tip: MessageID?
  let isBusy: Bool
  let isFocused: Bool
  let folds: Bool
}

extension WorkbenchState {
  /// Finds the lanes whose last answers are the same, letter by letter, when one has ended or another is shown.
  mutating func refreshFolding() {
    guard conversation.hasLanes || !conversation.folded.isEmpty else { return }
    let key = conversation.lanes.enumerated().map { index, lane in
      FoldingKey(
        lane: lane.id,
        tip: lane.tip,
        isBusy: lane.isBusy,
        isFocused: index == conversation.focused,
        folds: conversation.foldsSame
      )
    }
    guard key != conversation.foldingKey else { return }
    conversation.foldingKey = key
    conversation.same = [:]
    conversation.folded = []
    for group in lanesByAnswer where group.count > 1 {
      for lane in group { conversation.same[lane] = group }
      // Of two lanes, both are looked at.
      guard conversation.foldsSame, conversation.lanes.count > 2 else { continue }
      let front = group.contains(conversation.focused) ? conversation.focused : group[0]
      conversation.folded.formUnion(group.filter { $0 != front })
    }
  }

  private var lanesByAnswer: [[Int]] {
    var groups: [String: [Int]] = [:]
    for (index, lane) in conversation.lanes.enumerated() where !lane.isBusy {
      guard let tip = lane.tip, case .finished? = tree[tip].reply?.ending,
        !tree[tip].content.isEmpty
      else { continue }
      groups[tree[tip].content, default: []].append(index)
    }
    return Array(groups.values)
  }

  mutating func toggleFolding() {
    conversation.foldsSame.toggle()
    status = StatusMessage(
      conversation.foldsSame
        ? "lanes with the same answer are shown as one" : "every lane is shown",
      role: .success
    )
  }
}
