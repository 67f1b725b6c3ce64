import Conversation

extension WorkbenchState {
  mutating func performInPrompt(_ command: CommandID) -> [Effect] {
    switch command {
    case .send: return submit()
    case .historyPrevious: recall(older: true)
    case .historyNext: recall(older: false)
    case .historySearch:
      prompt.search = HistorySearch(in: prompt.history, draft: prompt.editor.text)
    case .openEditor: return [.openEditor(prompt.editor.text)]
    case .deleteForwardOrQuit: return deleteForwardOrQuit()
    case .moveUp: moveVertically(up: true)
    case .moveDown: moveVertically(up: false)
    default: prompt.editor.performEditing(command)
    }
    return []
  }

  private mutating func submit() -> [Effect] {
    guard !prompt.isBlank else { return [] }
    return send(prompt.take())
  }

  private mutating func deleteForwardOrQuit() -> [Effect] {
    if prompt.editor.isEmpty { return [.quit] }
    prompt.editor.performEditing(.deleteForward)
    return []
  }

  /// Moves by a row of the screen; past the edge, through the history.
  private mutating func moveVertically(up: Bool) {
    let width = layout.prompt.columns - PromptPane.margin
    let moved = prompt.editor.moveByRows(up ? -1 : 1, widthInColumns: width)
    if !moved { recall(older: up) }
  }

  /// Walks the history; going back first recalls what is queued.
  private mutating func recall(older: Bool) {
    if older, let queued = takeLastQueued() {
      prompt.editor.setText(queued)
      status = StatusMessage("recalled; it is not queued any more")
      return
    }
    let text =
      older
      ? prompt.history.previous(current: prompt.editor.text)
      : prompt.history.next(current: prompt.editor.text)
    if let text { prompt.editor.setText(text) }
  }

  /// Takes the newest queued message out of every lane that holds it; only into an empty prompt.
  private mutating func takeLastQueued() -> String? {
    guard prompt.editor.isEmpty, prompt.editing == nil,
      let text = conversation.focusedLane.queue.last
    else { return nil }
    for index in conversation.lanes.indices where conversation.lanes[index].queue.last == text {
      conversation.lanes[index].queue.removeLast()
    }
    return text
  }

  /// Gives a key to the history search; `nil` means that the key closed it and goes on to the pane.
  mutating func takeInHistorySearch(_ key: Key) -> [Effect]? {
    guard var search = prompt.search else { return nil }
    let command = keyMap.command(for: key, in: .prompt)
    if command == .historySearch {
      search.older()
    } else if key.code == .backspace {
      search.deleteBackward()
    } else if let text = key.typedText {
      search.type(text)
    } else {
      prompt.search = nil
      let everywhere = keyMap.command(for: key, in: .everywhere)
      let isAbort = everywhere == .escape || everywhere == .interrupt
      if !isAbort { prompt.editor.setText(search.accepted) }
      return isAbort || command == .send ? [] : nil
    }
    prompt.search = search
    return []
  }
}
