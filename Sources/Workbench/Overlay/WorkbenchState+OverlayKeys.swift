import Conversation

extension WorkbenchState {
  /// Gives a key to the overlay.
  mutating func takeInOverlay(_ key: Key, _ overlay: Overlay) -> [Effect] {
    switch overlay {
    case .help(let top): takeInHelp(key, top: top)
    case .list(let list): return takeInList(key, list)
    case .tree(let view): return takeInTree(key, view)
    case .removal(let dialog): return takeInRemoval(key, dialog)
    case .systemPrompt(let editor): takeInSystemPrompt(key, editor)
    case .line(let dialog): return takeInLine(key, dialog)
    case .output(let output): return takeInOutput(key, output)
    case .details(let details): return takeInDetails(key, details)
    case .figures(let table): return takeInTurnTable(key, table)
    case .vote(let dialog): return takeInVote(key, dialog)
    case .tally(let view): return takeInTally(key, view)
    case .link(let url): return takeInLink(key, url)
    case .conversations: return takeInConversationList(key)
    case .search: return takeInMessageSearch(key)
    }
    return []
  }

  private mutating func takeInHelp(_ key: Key, top: Int) {
    let page = max(1, size.rows - 6)
    let last = max(0, HelpText.lines(keyMap: keyMap, editing: editing).count - page)
    func show(_ row: Int) -> Overlay { .help(top: min(max(0, row), last)) }
    switch keyMap.command(for: key, in: .overlay) {
    case .listDown: overlay = show(top + 1)
    case .listUp: overlay = show(top - 1)
    case .listPageDown: overlay = show(top + page)
    case .listPageUp: overlay = show(top - page)
    case .some: closeOverlay()
    case nil:
      switch keyMap.command(for: key, in: .conversation) {
      case .lineDown: overlay = show(top + 1)
      case .lineUp: overlay = show(top - 1)
      case .pageDown: overlay = show(top + page)
      case .pageUp: overlay = show(top - page)
      case .viewTop: overlay = show(0)
      case .viewEnd: overlay = show(last)
      default: closeOverlay()
      }
    }
  }

  private mutating func takeInList(_ key: Key, _ list: ListOverlay) -> [Effect] {
    var list = list
    let before = list.selected?.value
    if case .savedPrompt = list.purpose, case .savedPrompt(let prompt)? = before,
      keyMap.command(for: key, in: .conversationList) == .deleteListed
    {
      return removeSavedPrompt(prompt, key: key)
    }
    promptToRemove = nil
    switch keyMap.command(for: key, in: .overlay) {
    case .listAccept: return accept(list)
    case .overlayClose:
      closeOverlay()
      return []
    case .listDown: list.move(by: 1)
    case .listUp: list.move(by: -1)
    case .listPageDown: list.move(by: 10)
    case .listPageUp: list.move(by: -10)
    default: list.takeInFilter(key, keyMap.command(for: key, in: .prompt))
    }
    overlay = .list(list)
    guard case .theme(let name)? = list.selected?.value, list.selected?.value != before else {
      return []
    }
    return load(theme: name)
  }

  private mutating func takeInSystemPrompt(_ key: Key, _ editor: TextEditor) {
    var editor = editor
    if let outcome = editor.takeVi(key) {
      say(outcome)
      overlay = .systemPrompt(editor)
      return
    }
    switch keyMap.command(for: key, in: .prompt) {
    case .send:
      overlay = nil
      return set(system: editor.text)
    case .moveUp: editor.moveByRows(-1, widthInColumns: systemPromptColumns)
    case .moveDown: editor.moveByRows(1, widthInColumns: systemPromptColumns)
    case .some(let command): editor.performEditing(command)
    case nil:
      if keyMap.command(for: key, in: .overlay) == .overlayClose { return closeOverlay() }
      if let text = key.typedText { editor.insert(text) }
    }
    editor.settleCaret()
    overlay = .systemPrompt(editor)
  }
}

extension ListOverlay {
  /// The filter is edited as the prompt is, as far as one word or two need it.
  fileprivate mutating func takeInFilter(_ key: Key, _ command: CommandID?) {
    switch command {
    case .deleteBackward: deleteBackward()
    case .killBlankWordBackward, .killWordBackward: deleteWordBackward()
    case .killToLineStart: clear()
    default: if let text = key.typedText { type(text) }
    }
  }
}
