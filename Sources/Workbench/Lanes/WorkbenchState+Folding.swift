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
      guard let tip = lane.tip, case .finished? = ownReply(ofLane: index)?.ending,
        !tree[tip].content.isEmpty
      else { continue }
      groups[tree[tip].content, default: []].append(index)
    }
    return Array(groups.values)
  }

  /// What a lane itself has last answered; `nil` where what it shows last is no reply, or that of another lane, which it
  /// only goes on from.
  ///
  /// Of lanes of one preset that show the same reply, the first one has given it.
  package func ownReply(ofLane index: Int) -> Reply? {
    let lane = conversation.lanes[index]
    guard let tip = lane.tip, let reply = tree[tip].reply else { return nil }
    guard conversation.hasLanes, !lane.isStreaming else { return reply }
    let name = reply.preset.name
    guard name == lane.preset.name else { return nil }
    let first = conversation.lanes.firstIndex { $0.tip == tip && $0.preset.name == name }
    return first == index ? reply : nil
  }

  /// Whether a lane shows what another one has answered, and no answer of its own.
  package func showsAnothersAnswer(lane index: Int) -> Bool {
    conversation.lanes[index].tip.map { tree[$0].isReply } == true && ownReply(ofLane: index) == nil
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
