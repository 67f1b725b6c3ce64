import Conversation

/// A conversation that another took the place of: what was said, how it is kept, and how it was shown.
struct ShelvedConversation: Sendable {
  var tree: MessageTree
  var keeping: ConversationKeeping
  var pane: ConversationPane
  /// What was being written off the record, which goes nowhere else.
  var draft = ""
}

extension WorkbenchState {
  /// Puts the conversation aside and begins an empty one with the same lanes; its streams are stopped.
  mutating func startConversation() -> [Effect] {
    let wasEmpty = tree.isEmpty
    let effects = leaveConversation()
    let wasBlind = conversation.blind != nil
    // The lanes of the new one would stand in the order of those that are hidden.
    conversation.endBlindMode()
    beginEmptyConversation()
    if wasBlind, conversation.hasLanes { conversation.hide(using: &random) }
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
    let reload = takeFromShelf(shelved)
    status = StatusMessage("back in the conversation before")
    if keeping.isDeletedElsewhere { sayThatItIsDeleted() }
    return effects + reload
  }

  /// Shows a conversation from the shelf, and asks what others did to it meanwhile.
  mutating func takeFromShelf(_ shelved: ShelvedConversation) -> [Effect] {
    closeOverlayOfMessages()
    (tree, keeping, conversation) = (shelved.tree, shelved.keeping, shelved.pane)
    recordings.forgetAnswers()
    moveSidebarCursor(to: conversation.focusedLane.preset)
    if !shelved.draft.isEmpty { prompt.editor.setText(SlashLine.typed(shelved.draft)) }
    return keeping.isOffTheRecord || tree.isEmpty ? [] : reload()
  }

  /// Stops what streams, gives what is unsaved to the archive, and puts the conversation on the shelf.
  mutating func leaveConversation(shelvesEmpty: Bool = false) -> [Effect] {
    if prompt.editing != nil { prompt.abandonEditing() }
    closeRuler()
    focus = .prompt
    let effects = stopAll() + stopJudge(because: "its conversation was left")
    noteUnsaved(isLeaving: true)
    let draft = keeping.isOffTheRecord ? prompt.editor.text : ""
    if !tree.isEmpty || shelvesEmpty || !draft.isEmpty {
      shelf = ShelvedConversation(tree: tree, keeping: keeping, pane: conversation, draft: draft)
    }
    if !draft.isEmpty { prompt.editor.setText("") }
    takeOwnPresets()
    return effects
  }

  /// Shows a conversation in which nothing was said, with the lanes that are there.
  mutating func beginEmptyConversation() {
    closeRuler()
    closeOverlayOfMessages()
    conversation.forgetPutAway()
    tree = MessageTree(seed: random.next())
    keeping = newKeeping()
    recordings.forgetAnswers()
    conversation.search = nil
    conversation.selection = nil
    prompt.prefill = ""
    for index in conversation.lanes.indices { conversation.lanes[index].startOver() }
  }

  /// Closes what lies over the panes and names messages of the tree, before another tree takes its place.
  mutating func closeOverlayOfMessages() {
    switch overlay {
    case .tree, .removal, .details, .figures, .vote: overlay = nil
    case .help, .list, .systemPrompt, .line, .output, .tally, .link, .conversations, .search, nil:
      break
    }
  }

  mutating func newKeeping() -> ConversationKeeping {
    let id = ConversationID(using: &random)
    var keeping = ConversationKeeping(record: ConversationRecord(id: id, created: wallNow))
    keeping.isOffTheRecord = !historySettings.savesConversations
    return keeping
  }
}
