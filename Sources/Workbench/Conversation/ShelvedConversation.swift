import Conversation

/// A conversation that a new one put aside: what was said, and how it was shown.
struct ShelvedConversation: Sendable {
  let tree: MessageTree
  let system: String?
  var pane: ConversationPane
}

extension WorkbenchState {
  /// Puts the conversation aside and begins an empty one with the same lanes; its streams are stopped.
  mutating func startConversation() -> [Effect] {
    let effects = leaveConversation()
    if !tree.isEmpty {
      shelf = ShelvedConversation(tree: tree, system: system, pane: conversation)
      let back = keyMap.notation(for: .lastConversation).map { "; \($0) goes back" } ?? ""
      status = StatusMessage("new conversation\(back)")
    }
    tree = MessageTree()
    conversation.search = nil
    conversation.selection = nil
    system = nil
    for index in conversation.lanes.indices { conversation.lanes[index].startOver() }
    return effects
  }

  /// Changes places with the conversation that was put aside.
  mutating func returnToConversation() -> [Effect] {
    guard let shelved = shelf else {
      status = StatusMessage("there is no conversation before this one")
      return []
    }
    let effects = leaveConversation()
    shelf = ShelvedConversation(tree: tree, system: system, pane: conversation)
    (tree, system, conversation) = (shelved.tree, shelved.system, shelved.pane)
    moveSidebarCursor(to: conversation.focusedLane.preset)
    status = StatusMessage("back in the conversation before")
    return effects
  }

  private mutating func leaveConversation() -> [Effect] {
    if prompt.editing != nil { prompt.abandonEditing() }
    focus = .prompt
    return conversation.lanes.indices.flatMap { stop(lane: $0) }
  }
}
