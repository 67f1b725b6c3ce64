import Conversation

/// A conversation that another took the place of: what was said, how it is kept, and how it was shown.
struct ShelvedConversation: Sendable {
  let tree: MessageTree
  var keeping: ConversationKeeping
  var pane: ConversationPane
}

extension WorkbenchState {
  /// Puts the conversation aside and begins an empty one with the same lanes; its streams are stopped.
  mutating func startConversation() -> [Effect] {
    let wasEmpty = tree.isEmpty
    let effects = leaveConversation()
    beginEmptyConversation()
    if !wasEmpty {
      let back = keyMap.notation(for: .lastConversation).map { "; \($0) goes back" } ?? ""
      status = StatusMessage("new conversation\(back)")
    }
    return effects
  }

  /// Changes places with the conversation that was put aside.
  mutating func returnToConversation() -> [Effect] {
    guard let shelved = shelf else {
      status = StatusMessage("there is no conversation before this one")
      return []
    }
    let effects = leaveConversation(shelvesEmpty: true)
    takeFromShelf(shelved)
    status = StatusMessage("back in the conversation before")
    return effects
  }

  mutating func takeFromShelf(_ shelved: ShelvedConversation) {
    (tree, keeping, conversation) = (shelved.tree, shelved.keeping, shelved.pane)
    moveSidebarCursor(to: conversation.focusedLane.preset)
  }

  /// Stops what streams, gives what is unsaved to the archive, and puts the conversation on the shelf.
  mutating func leaveConversation(shelvesEmpty: Bool = false) -> [Effect] {
    if prompt.editing != nil { prompt.abandonEditing() }
    focus = .prompt
    let effects = conversation.lanes.indices.flatMap { stop(lane: $0) }
    noteUnsaved(isLeaving: true)
    if !tree.isEmpty || shelvesEmpty {
      shelf = ShelvedConversation(tree: tree, keeping: keeping, pane: conversation)
    }
    return effects
  }

  /// Shows a conversation in which nothing was said, with the lanes that are there.
  mutating func beginEmptyConversation() {
    tree = MessageTree(seed: random.next())
    keeping = newKeeping()
    conversation.search = nil
    conversation.selection = nil
    prompt.prefill = ""
    for index in conversation.lanes.indices { conversation.lanes[index].startOver() }
  }

  mutating func newKeeping() -> ConversationKeeping {
    let id = ConversationID(using: &random)
    var keeping = ConversationKeeping(record: ConversationRecord(id: id, created: wallNow))
    keeping.isOffTheRecord = !historySettings.savesConversations
    return keeping
  }
}
