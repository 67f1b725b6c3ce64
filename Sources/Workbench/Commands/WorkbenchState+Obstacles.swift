import Conversation

extension WorkbenchState {
  /// Why a command could do nothing at this moment, as a short sentence; `nil` when it can do something.
  func obstacle(to id: CommandID) -> String? {
    if hidesNames, id.namesPresets { return blindObstacle }
    return switch CommandTable.command(id)?.context {
    case .everywhere, .leader: obstacleInAnyPane(to: id)
    case .prompt: obstacleInPrompt(to: id)
    case .conversation: obstacleInConversation(to: id)
    case .selection: conversation.selection == nil ? "nothing is being selected" : nil
    case .ruler: conversation.ruler == nil ? "the time ruler is not on screen" : nil
    case .inspector: conversation.inspector == nil ? "the inspector is not on screen" : nil
    case .sidebar: obstacleInSidebar(to: id)
    case .conversationList: "works in the list of conversations only"
    case .tree: "works in the tree view only"
    case .figures: "works in the figures of the turn only"
    case .tally: "works in the tally only"
    case .overlay: "works in lists only"
    case nil: nil
    }
  }

  private func obstacleInAnyPane(to id: CommandID) -> String? {
    let isAlone = !conversation.hasLanes
    switch id {
    case .toggleLanes where isAlone && sidebar.marked.count < 2:
      return "mark two presets in the sidebar first"
    case .regenerate where conversation.focusedLane.tip == nil: return "nothing was asked yet"
    case .toggleInspector where inspectedReply == nil: return "there is no reply here yet"
    case .themes where themeNames.isEmpty: return "there are no themes"
    case .lastConversation where shelf == nil: return "there is no conversation before"
    case .nextLane where isAlone, .dropLane where isAlone, .moveLaneLeft where isAlone,
      .moveLaneRight where isAlone, .zoomLane where isAlone, .widenLane where isAlone,
      .foldSameLanes where isAlone,
      .scrollInStep where isAlone,
      .markDifferences where isAlone, .onlyDifferences where isAlone, .setBaseline where isAlone,
      .nextDifference where isAlone,
      .previousDifference where isAlone,
      .changeKept where isAlone, .joinConversation where isAlone, .changeAskingOrder where isAlone,
      .toggleWarmUp where isAlone, .vote where isAlone, .toggleBlindMode where isAlone,
      .judge where isAlone, .merge where isAlone:
      return "this is the only lane"
    case .stopOrCloseLane where isAlone && !conversation.focusedLane.isBusy:
      return "nothing streams, and this is the only lane"
    case .stopAll where !conversation.isBusy && judging == nil: return "nothing streams"
    case .renameConversation where tree.isEmpty, .tagConversation where tree.isEmpty,
      .pinConversation where tree.isEmpty, .archiveConversation where tree.isEmpty:
      return "nothing was said in this conversation yet"
    case .timeRuler where turnNumber == nil: return "nothing was asked yet"
    case .freeze where !conversation.isStreaming && !isInPast: return "nothing streams here"
    case .undoRemoval where keeping.removals.isEmpty: return "nothing was deleted here"
    case .copyLastAnswer where lastAnswer == nil: return "no answer to copy yet"
    default: return nil
    }
  }

  private func obstacleInPrompt(to id: CommandID) -> String? {
    switch id {
    case .send where prompt.isBlank: "the prompt is empty"
    case .historySearch where prompt.history.entries.isEmpty,
      .historyPrevious
    where prompt.history.entries.isEmpty && conversation.focusedLane.queue.isEmpty:
      "nothing was sent yet"
    case .send, .newline, .openEditor, .historySearch, .historyPrevious, .historyNext, .yank,
      .undo, .redo, .deleteForwardOrQuit, .complete:
      nil
    case _ where id.editing != nil && prompt.editor.isEmpty: "the prompt is empty"
    default: nil
    }
  }

  private func obstacleInConversation(to id: CommandID) -> String? {
    if [.focusPrompt, .foldAllReasoning, .addNote].contains(id) { return nil }
    if id == .keepAnswer { return conversation.hasLanes ? nil : "this is the only lane" }
    if id == .showTree { return tree.isEmpty ? "there is no message here yet" : nil }
    if let lane = Self.laneNumber(of: id) {
      return conversation.lanes.indices.contains(lane) ? nil : "there is no lane \(lane + 1)"
    }
    let lane = conversation.focusedLane
    guard let tip = lane.tip else { return "there is no message here yet" }
    switch id {
    case .continueReply where lane.isStreaming || tree[lane.current ?? tip].content.isEmpty:
      return "there is no reply to continue"
    case .previousSibling where lane.isStreaming, .nextSibling where lane.isStreaming:
      return "a reply streams here; stop it first"
    case .findNext where conversation.search == nil, .findPrevious where conversation.search == nil:
      return "nothing is looked for"
    case .copyCode where codeAtHand == nil, .saveCode where codeAtHand == nil:
      return "there is no code in view"
    case .foldReasoning where !hasFold(lane): return "there is nothing to fold here"
    default: return nil
    }
  }

  private func hasFold(_ lane: Lane) -> Bool {
    tree.path(to: lane.tip).contains { tree[$0].canFold }
  }

  private func obstacleInSidebar(to id: CommandID) -> String? {
    guard layout.sidebarFrame != nil else { return "the sidebar is not on screen" }
    switch id {
    case .sidebarMark where sidebar.presetUnderCursor == nil,
      .sidebarDetails where sidebar.presetUnderCursor == nil:
      return "move to a preset first"
    case .sidebarEdit where sidebar.parameterUnderCursor == nil,
      .sidebarReset where sidebar.parameterUnderCursor == nil:
      return "move to a parameter first"
    default: return nil
    }
  }
}
