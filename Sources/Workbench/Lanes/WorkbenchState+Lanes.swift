import Conversation

extension WorkbenchState {
  /// F3: opens a lane for each marked preset, or goes back to the focused lane alone; the lanes that were there come
  /// back with their answers while nothing was said or marked otherwise.
  mutating func toggleLanes() -> [Effect] {
    leavePast()
    if conversation.hasLanes { return putLanesAway() }
    let presets = sidebar.markedPresets
    if canTakeBack(presets) {
      conversation.takeBack()
      return []
    }
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

  /// Goes back to the focused lane alone, and says what that stops.
  private mutating func putLanesAway() -> [Effect] {
    let others = conversation.lanes.indices.filter { $0 != conversation.focused }
    let stopped = others.count { conversation.lanes[$0].isBusy }
    var effects = others.flatMap { stop(lane: $0) }
    if let warmUp = stopWarmUp(lane: conversation.focused) { effects.append(warmUp) }
    conversation.keepOnly(conversation.focused)
    if stopped > 0 {
      let key = keyMap.notation(for: .toggleLanes) ?? "this again"
      let lanes = stopped == 1 ? "1 lane that was busy is" : "\(stopped) lanes that were busy are"
      status = StatusMessage("\(lanes) stopped; \(key) shows what came", role: .warning)
    }
    return effects
  }

  private func canTakeBack(_ marked: [Preset]) -> Bool {
    let names = Set(conversation.putAway.map(\.preset.name))
    // Lanes of one preset, as a sweep opens them, have no marks.
    let isAsMarked = names == Set(marked.map(\.name)) || names.count == 1 && marked.isEmpty
    return isAsMarked && staysAsPutAway
  }

  /// Opens lanes that all go on from where the focused lane stands; a lane that shows one of the presets
  /// already keeps its place, and lanes that were put away come back with their answers.
  mutating func openLanes(_ presets: [Preset]) {
    let focused = conversation.focusedLane
    var left = presets
    let back = staysAsPutAway ? conversation.putAway.filter { $0.id != focused.id } : []
    if let own = left.firstIndex(where: { $0.name == focused.preset.name }) {
      conversation.putBack(back.filter { $0.preset.name == focused.preset.name })
      left.remove(at: own)
    } else if !focused.isStreaming {
      let preset = left.removeFirst()
      if let known = back.first(where: { $0.preset.name == preset.name }) {
        conversation.replaceFocused(with: known)
        conversation.putBack(
          back.filter { $0.preset.name == preset.name && $0.id != known.id }
        )
      } else {
        conversation.lanes[conversation.focused].preset = preset
      }
    }
    for preset in left {
      let known = back.filter { $0.preset.name == preset.name }
      conversation.putBack(known)
      if known.isEmpty { conversation.add(preset: preset, tip: settledTip(focused.tip)) }
    }
  }

  /// Whether the lane that stayed is as it was when the others were put away, so that they belong beside it.
  private var staysAsPutAway: Bool {
    let lane = conversation.focusedLane
    let lanes = conversation.putAway
    return lanes.contains { $0.id == lane.id && $0.tip == lane.tip && $0.preset == lane.preset }
      && lanes.allSatisfy { $0.tip.map(tree.isReachable) ?? true }
  }

  /// Adds a lane with the preset under the sidebar's cursor, else with the focused lane's.
  mutating func addLane() {
    let preset = sidebar.presetUnderCursor ?? conversation.focusedLane.preset
    conversation.add(preset: preset, tip: settledTip(conversation.focusedLane.tip))
    conversation.focus(conversation.lanes.count - 1)
  }

  /// Where a new lane can go on from: never a reply that still streams.
  func settledTip(_ tip: MessageID?) -> MessageID? {
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

extension WorkbenchState {
  /// Has all lanes go on from the focused lane's answers, or, where they do, each from its own again.
  mutating func changeKept() {
    guard conversation.hasLanes else {
      status = Self.onlyLane
      return
    }
    let lane = conversation.focusedLane
    conversation.kept = conversation.kept == lane.id ? nil : lane.id
    let words = conversation.kept == nil ? "each lane goes on from its own" : "all lanes go on from"
    let name = conversation.kept == nil ? "" : " \(conversation.focused + 1) \(lane.preset.name)"
    status = StatusMessage("\(words)\(name)", role: .success)
  }

  mutating func changeAskingOrder() {
    let orders = AskingMode.Order.allCases
    let place = orders.firstIndex(of: conversation.asking.order) ?? 0
    conversation.asking.order = orders[(place + 1) % orders.count]
    sayHowLanesAreAsked()
  }

  mutating func toggleWarmUp() {
    conversation.asking.warmsUp.toggle()
    sayHowLanesAreAsked()
  }

  private mutating func sayHowLanesAreAsked() {
    status = StatusMessage("lanes are asked \(conversation.asking.words)", role: .success)
  }

  static var onlyLane: StatusMessage { StatusMessage("this is the only lane") }

  /// Has the focused lane answer what its preset has not answered yet on another lane's path.
  ///
  /// Where all lanes go on from one, it answers each of those turns as it stands there. Where each goes on from its
  /// own, it has the whole conversation anew from the first turn that it missed.
  mutating func joinConversation() {
    let own = conversation.focused
    guard let other = conversation.lanes.indices.first(where: { $0 != own }) else {
      status = Self.onlyLane
      return
    }
    guard !conversation.focusedLane.isBusy else {
      status = StatusMessage("this lane is still answering")
      return
    }
    if let refusal = refusalOfStandIn(lanes: [own]) {
      status = StatusMessage(refusal, role: .warning)
      return
    }
    let led = conversation.keptLane.flatMap { $0 == own ? nil : $0 } ?? other
    let path = tree.path(to: conversation.lanes[led].tip)
    let turns = path.filter { tree[$0].role == .user }
    let preset = effectivePreset(of: conversation.focusedLane)
    // Of several lanes that ask the same, each has an answer of its own.
    let before = conversation.lanes[..<own].count { effectivePreset(of: $0).asks(like: preset) }
    let missed = turns.filter { answers(to: $0, from: preset).count <= before }
    guard let first = missed.first else {
      status = StatusMessage("\(preset.name) missed no turn")
      return
    }
    if conversation.kept == nil {
      let later = turns.drop { $0 != first }.dropFirst()
      conversation.lanes[own].queue = later.map { tree[$0].said }
      assign(first, to: own)
    } else {
      for turn in missed { assign(turn, to: own) }
      conversation.lanes[own].returnsTo = turns.last.flatMap { answers(to: $0, from: preset).last }
    }
  }

  /// The answers of a preset with the parameters that it has, oldest first.
  private func answers(to turn: MessageID, from preset: Preset) -> [MessageID] {
    tree.children(of: turn).filter {
      guard let asked = tree[$0].reply?.preset, !tree[$0].content.isEmpty else { return false }
      return asked.asks(like: preset)
    }
  }
}

extension Preset {
  /// Whether two ask the same of a server, by name, model and parameters.
  func asks(like other: Preset) -> Bool {
    (name, model) == (other.name, other.model) && parameters == other.parameters
      && extra == other.extra
  }
}

extension Message {
  /// What the user said, to be said again.
  fileprivate var said: UserMessage {
    var said = UserMessage(content)
    said.attachments = attachments
    return said
  }
}
