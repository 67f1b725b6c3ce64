import Conversation

extension WorkbenchState {
  /// Takes what the person did: overlay first, then the focused pane, then everywhere.
  mutating func take(_ input: TerminalInput) -> [Effect] {
    switch input {
    case .key(let key): return take(key)
    case .paste(let text):
      leader = nil
      return paste(text)
    case .mouse(let event): return take(event)
    case .focus(let isFocused):
      hasTerminalFocus = isFocused
      return []
    }
  }

  private mutating func take(_ key: Key) -> [Effect] {
    status = nil
    if leader != nil { return takeAfterLeader(key) }
    if keyMap.command(for: key, in: .everywhere) != .interrupt { isQuitArmed = false }
    if let command = screenCommand(for: key) { return perform(command) }
    if overlay == nil, let effects = takeInDelivery(key) { return effects }
    if let overlay { return takeInOverlay(key, overlay) }
    if conversation.search?.isTyping == true { return takeInSearch(key) }
    if isTypingFrameSearch {
      takeInFrameSearch(key)
      return []
    }
    if let effects = takeInSelection(key) ?? takeInInspector(key) ?? takeOnRuler(key) {
      return effects
    }
    if sidebar.edit != nil { return takeInParameter(key) }
    if prompt.search != nil, let effects = takeInHistorySearch(key) { return effects }
    if focus == .prompt, let effects = takeInCompletions(key) ?? takeInVi(key) { return effects }
    if let command = keyMap.command(for: key, in: focus.context) { return perform(command) }
    if focus == .prompt, let text = key.typedText {
      prompt.editor.insert(text)
      return []
    }
    if let command = keyMap.command(for: key, in: .everywhere) { return perform(command) }
    return []
  }

  /// What concerns the terminal as a whole, and so works whatever takes the keys.
  private func screenCommand(for key: Key) -> CommandID? {
    let command = keyMap.command(for: key, in: .everywhere)
    return command == .suspend || command == .redraw ? command : nil
  }

  private mutating func takeAfterLeader(_ key: Key) -> [Effect] {
    leader = nil
    if let command = keyMap.command(for: key, in: .leader) { return perform(command) }
    let leader = keyMap.notation(for: .leader) ?? ""
    if key.code != .escape {
      status = StatusMessage(
        "\(leader) \(key.notation) does nothing; \(keyMap.notation(for: .help) ?? "help") shows the keys"
      )
    }
    return []
  }

  /// Pastes as one edit, wherever text is being typed; never sends.
  private mutating func paste(_ text: String) -> [Effect] {
    switch overlay {
    case .systemPrompt(var editor):
      editor.paste(text)
      overlay = .systemPrompt(editor)
    case .list(var list):
      list.type(Self.oneLine(of: text))
      overlay = .list(list)
    case .line(var dialog):
      dialog.editor.paste(Self.oneLine(of: text))
      dialog.note = nil
      overlay = .line(dialog)
    case .conversations:
      return typeInList { editor, _ in editor.paste(Self.oneLine(of: text)) }
    case .search:
      return typeInMessageSearch { editor, _ in editor.paste(Self.oneLine(of: text)) }
    case .tree(var view) where view.isTyping:
      view.narrow(to: (view.filter ?? "") + Self.oneLine(of: text), of: tree)
      overlay = .tree(view)
    case .vote(var dialog):
      let line = Self.oneLine(of: text, joinedBy: " ")
      if dialog.isNoting || dialog.beginNote(with: line) { dialog.note.paste(line) }
      overlay = .vote(dialog)
    case .help, .output, .details, .figures, .tally, .link, .tree, .removal: break
    case nil: pasteInPane(text)
    }
    return []
  }

  private mutating func pasteInPane(_ text: String) {
    if var editor = conversation.search?.editor, conversation.search?.isTyping == true {
      editor.paste(Self.oneLine(of: text))
      lookFor(editor)
    } else if isTypingFrameSearch, var editor = conversation.inspector?.raw.search?.editor {
      editor.paste(Self.oneLine(of: text))
      lookForFrames(editor)
    } else if sidebar.edit != nil {
      sidebar.edit?.editor.paste(Self.oneLine(of: text))
    } else if prompt.search != nil {
      prompt.search?.type(Self.oneLine(of: text))
    } else {
      focus = .prompt
      pasteInPrompt(text)
    }
  }

  private mutating func pasteInPrompt(_ text: String) {
    prompt.attachments.notePaste(text)
    guard let lines = prompt.editor.pasteFolding(text) else { return }
    let key = keyMap.notation(for: .openPaste).map { "; \($0) opens it" } ?? ""
    status = StatusMessage("\(lines) lines pasted, folded\(key)")
  }

  /// What a field of one line takes of a paste, which may be of any length.
  private static func oneLine(of text: String, joinedBy separator: String = "") -> String {
    text.prefix(1_000).split(whereSeparator: \.isNewline).joined(separator: separator)
  }

  private mutating func take(_ event: MouseEvent) -> [Effect] {
    if leader != nil {
      if event.kind == .press { leader = nil }
      return []
    }
    guard overlay == nil else { return [] }
    let layout = layout
    switch event.kind {
    case .wheel(let lines): return wheel(lines, at: event, layout: layout)
    case .drag: if !dragOnRuler(event) { dragInConversation(event) }
    case .release: return releaseInConversation()
    case .press: return press(event, layout)
    }
    return []
  }

  private mutating func press(_ event: MouseEvent, _ layout: ScreenLayout) -> [Effect] {
    sidebar.edit = nil
    conversation.search?.isTyping = false
    conversation.inspector?.raw.search?.isTyping = false
    conversation.selection = nil
    pointerHold = nil
    if layout.prompt.contains(row: event.row, column: event.column) { focus = .prompt }
    if pressOnRuler(event) || pressInInspector(event) { return [] }
    if layout.conversation.contains(row: event.row, column: event.column) {
      focus = .conversation
      focusLane(at: event)
      pressInConversation(event)
    }
    if layout.presets.contains(row: event.row, column: event.column) {
      let index = event.row - layout.presets.row + sidebar.firstPresetRow(rows: layout.presets.rows)
      guard sidebar.presets.indices.contains(index), !hidesNames else { return [] }
      return use(sidebar.presets[index])
    }
    return []
  }

  private mutating func wheel(
    _ lines: Int,
    at event: MouseEvent,
    layout: ScreenLayout
  ) -> [Effect] {
    guard layout.conversation.contains(row: event.row, column: event.column) else { return [] }
    if wheelInInspector(lines, at: event) { return [] }
    focusLane(at: event)
    scroll(by: lines)
    return []
  }

  private mutating func focusLane(at event: MouseEvent) {
    let column = laneColumns.columns.first {
      ($0.body.column..<$0.body.endColumn).contains(event.column)
    }
    if let column { conversation.focus(column.lane) }
  }
}

extension WorkbenchState.Pane {
  /// The key context of the pane.
  package var context: KeyContext {
    switch self {
    case .sidebar: .sidebar
    case .conversation: .conversation
    case .prompt: .prompt
    }
  }
}
