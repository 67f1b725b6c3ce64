import Conversation

extension WorkbenchState {
  mutating func performInSidebar(_ command: CommandID) -> [Effect] {
    switch command {
    case .sidebarDown: sidebar.move(by: 1)
    case .sidebarUp: sidebar.move(by: -1)
    case .sidebarUse:
      if let preset = sidebar.presetUnderCursor { return use(preset) }
      editParameter()
    case .sidebarMark: mark()
    case .sidebarEdit: editParameter()
    case .sidebarReset: putBack()
    case .sidebarDetails: return showPresetDetails()
    default: break
    }
    return []
  }

  private mutating func mark() {
    guard let preset = sidebar.presetUnderCursor else { return }
    sidebar.toggleMark(preset)
    let count = sidebar.marked.count
    let lanes = keyMap.notation(for: .toggleLanes) ?? "F3"
    status = StatusMessage(
      count > 1 ? "\(count) presets marked; \(lanes) puts them side by side" : "\(count) marked"
    )
  }

  private mutating func editParameter() {
    guard let parameter = sidebar.parameterUnderCursor, layout.sidebarFrame != nil else {
      status = StatusMessage("move to a parameter in the sidebar to edit it")
      return
    }
    focus = .sidebar
    let preset = effectivePreset(of: conversation.focusedLane)
    let text = preset.parameters[parameter]?.plainText ?? ""
    sidebar.edit = SidebarPane.Edit(parameter: parameter, editor: TextEditor(text))
  }

  private mutating func putBack() {
    guard let parameter = sidebar.parameterUnderCursor else { return }
    sidebar.putBack(parameter, of: conversation.focusedLane.preset)
    status = StatusMessage("\(parameter.rawValue) is as the preset has it")
  }

  /// Gives a key to the parameter's value being typed; Enter takes it, an empty value unsets it.
  mutating func takeInParameter(_ key: Key) -> [Effect] {
    guard var edit = sidebar.edit else { return [] }
    let everywhere = keyMap.command(for: key, in: .everywhere)
    if everywhere == .escape || everywhere == .interrupt {
      sidebar.edit = nil
      return []
    }
    switch keyMap.command(for: key, in: .prompt) {
    case .send: return take(edit)
    case .newline, .openEditor, .historySearch: break
    case .some(let command): edit.editor.performEditing(command)
    case nil: if let text = key.typedText { edit.editor.insert(text) }
    }
    sidebar.edit = edit
    return []
  }

  private mutating func take(_ edit: SidebarPane.Edit) -> [Effect] {
    let text = edit.editor.text
    let preset = conversation.focusedLane.preset
    guard let value = text.isEmpty ? .null : edit.parameter.value(fromText: text) else {
      status = StatusMessage(
        "\(edit.parameter.rawValue): found \"\(text)\", expected \(edit.parameter.expectation)",
        role: .error
      )
      return []
    }
    sidebar.edit = nil
    sidebar.change(edit.parameter, to: value, of: preset)
    return []
  }
}
