import Conversation

extension WorkbenchState {
  mutating func performInPrompt(_ command: CommandID) -> [Effect] {
    switch command {
    case .send: return submit()
    case .historyPrevious: recallOlder()
    case .historyNext: recallNewer()
    case .historySearch:
      prompt.search = HistorySearch(in: prompt.history, draft: prompt.editor.text)
    case .openEditor: return openEditor()
    case .openPaste: openPaste()
    case .deleteForwardOrQuit: return deleteForwardOrQuit()
    case .complete: return complete()
    case .moveUp: if !moveByRows(-1), !isSelecting { recallOlder() }
    case .moveDown: if !moveByRows(1), !isSelecting { recallNewer() }
    default: prompt.editor.performEditing(command)
    }
    return []
  }

  private mutating func openEditor() -> [Effect] {
    guard !keeping.isOffTheRecord else {
      status = StatusMessage("off the record: an editor would need the prompt in a file")
      return []
    }
    return [.openEditor(prompt.editor.text)]
  }

  private mutating func openPaste() {
    guard !prompt.editor.openPaste() else { return }
    status = StatusMessage("there is no folded paste at the caret")
  }

  private mutating func deleteForwardOrQuit() -> [Effect] {
    if prompt.editor.isEmpty { return quit() }
    prompt.editor.performEditing(.deleteForward)
    return []
  }

  /// Moves by rows of the screen; `false` at the edge.
  private mutating func moveByRows(_ distance: Int) -> Bool {
    let width = layout.prompt.columns - PromptPane.margin
    return prompt.editor.moveByRows(distance, widthInColumns: width)
  }

  private var isSelecting: Bool { prompt.editor.vi?.mode.isVisual == true }

  /// Goes back through the history; what is queued comes first.
  mutating func recallOlder() {
    if let queued = takeLastQueued() {
      prompt.editor.setText(SlashLine.typed(queued.text))
      if !queued.prefill.isEmpty { prompt.prefill = queued.prefill }
      status = StatusMessage("recalled; it is not queued any more")
    } else if let text = prompt.history.previous(current: prompt.editor.text) {
      prompt.editor.setText(text)
    }
  }

  mutating func recallNewer() {
    if let text = prompt.history.next(current: prompt.editor.text) { prompt.editor.setText(text) }
  }

  /// Takes the newest queued message out of every lane that holds it; only into an empty prompt.
  private mutating func takeLastQueued() -> UserMessage? {
    guard prompt.editor.isEmpty, prompt.editing == nil,
      let message = conversation.focusedLane.queue.last
    else { return nil }
    for index in conversation.lanes.indices where conversation.lanes[index].queue.last == message {
      conversation.lanes[index].queue.removeLast()
    }
    return message
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
