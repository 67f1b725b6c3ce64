import Conversation

extension WorkbenchState {
  /// F3: opens a lane for each marked preset, or goes back to the focused lane alone.
  mutating func toggleLanes() -> [Effect] {
    if conversation.hasLanes {
      let others = conversation.lanes.indices.filter { $0 != conversation.focused }
      let effects = others.flatMap { stop(lane: $0) }
      conversation.keepOnly(conversation.focused)
      return effects
    }
    let presets = sidebar.markedPresets
    guard presets.count > 1 else {
      let mark = keyMap.notation(for: .sidebarMark) ?? "Space"
      status = StatusMessage(
        "mark two presets or more with \(mark) in the sidebar, then press this again"
      )
      if layout.sidebarFrame != nil { focus = .sidebar }
      return []
    }
    openLanes(presets)
    return []
  }

  /// Opens lanes that all go on from where the focused lane stands; a lane that shows one of the presets
  /// already keeps its place.
  mutating func openLanes(_ presets: [Preset]) {
    let tip = conversation.focusedLane.tip
    var left = presets
    if let own = left.firstIndex(where: { $0.name == conversation.focusedLane.preset.name }) {
      left.remove(at: own)
    } else if !conversation.focusedLane.isStreaming {
      conversation.lanes[conversation.focused].preset = left.removeFirst()
    }
    for preset in left { conversation.add(preset: preset, tip: settledTip(tip)) }
  }

  /// Adds a lane with the preset under the sidebar's cursor, else with the focused lane's.
  mutating func addLane() {
    let preset = sidebar.presetUnderCursor ?? conversation.focusedLane.preset
    conversation.add(preset: preset, tip: settledTip(conversation.focusedLane.tip))
    conversation.focus(conversation.lanes.count - 1)
  }

  /// Where a new lane can go on from: never a reply that still streams.
  private func settledTip(_ tip: MessageID?) -> MessageID? {
    guard let tip, tree[tip].reply?.isStreaming == true else { return tip }
    return tree[tip].parent.flatMap { tree[$0].parent }
  }

  /// Drops the focused lane; its replies stay in the tree.
  mutating func dropLane() -> [Effect] {
    guard conversation.hasLanes else {
      status = StatusMessage("this is the only lane")
      return []
    }
    let effects = stop(lane: conversation.focused)
    let dropped = conversation.focusedLane.preset
    conversation.remove(conversation.focused)
    if sidebar.isMarked(dropped) { sidebar.toggleMark(dropped) }
    return effects
  }

  mutating func focusNextLane() {
    conversation.focus((conversation.focused + 1) % conversation.lanes.count)
  }
}
