import Conversation

extension WorkbenchState {
  /// Opens the list of the prompts that are kept by name.
  mutating func openSavedPrompts() -> [Effect] {
    overlay = .list(savedPromptList)
    return [.history(.listPrompts)]
  }

  private var savedPromptList: ListOverlay {
    let items = savedPromptItems { $0 }
    let save = keyMap.notation(for: .savePrompt) ?? "/save-prompt"
    return ListOverlay(
      purpose: .savedPrompt,
      title: items.isEmpty ? "saved prompts: none yet; \(save) saves one" : "saved prompts",
      items: items
    )
  }

  /// The saved prompts as items of a list.
  func savedPromptItems(title: (String) -> String) -> [ListOverlay.Item] {
    (savedPrompts ?? []).map { prompt in
      ListOverlay.Item(
        title: title(prompt.name),
        detail: prompt.text.prefix(200).split(whereSeparator: \.isWhitespace).joined(
          separator: " "
        ),
        value: .savedPrompt(prompt)
      )
    }
  }

  /// Takes what the archive has, also into the list that waits for it.
  mutating func take(_ prompts: [SavedPrompt]) -> [Effect] {
    savedPrompts = prompts
    if let name = wantedPrompt {
      wantedPrompt = nil
      return use(savedPromptNamed: name)
    }
    guard case .list(let open) = overlay else { return [] }
    switch open.purpose {
    case .savedPrompt: show(savedPromptList, as: open)
    case .command:
      openPalette()
      if case .list(let list) = overlay { show(list, as: open) }
    case .usePreset, .regenerateWith, .judge, .merge, .theme, .link: break
    }
    return []
  }

  /// Shows a list with the filter and the choice of the one before.
  private mutating func show(_ list: ListOverlay, as open: ListOverlay) {
    var list = list
    list.type(open.filter)
    list.select(open.selected)
    overlay = .list(list)
  }

  /// Puts a saved prompt into the prompt; one that is not known yet, when it is.
  mutating func use(savedPromptNamed name: String) -> [Effect] {
    guard let savedPrompts else {
      wantedPrompt = name
      return [.history(.listPrompts)]
    }
    if let prompt = savedPrompts.first(where: { $0.name == name }) {
      use(prompt)
    } else {
      let nearest = NearestName(known: savedPrompts.map(\.name)).nearest(to: name)
      let hint = nearest.map { "; did you mean \"\($0)\"?" } ?? ""
      status = StatusMessage("there is no saved prompt \"\(name)\"\(hint)", role: .warning)
    }
    return []
  }

  /// Asks for what is to be filled, and puts the text into the prompt.
  mutating func use(_ saved: SavedPrompt) {
    let filling = PromptFilling(saved)
    if filling.template.placeholders.isEmpty {
      put(filling)
    } else {
      overlay = .line(LineDialog(.fill(filling)))
    }
  }

  private mutating func put(_ filling: PromptFilling) {
    overlay = nil
    focus = .prompt
    let text = filling.template.filled(filling.values)
    if prompt.editor.isEmpty {
      prompt.editor.setText(SlashLine.typed(text))
    } else {
      prompt.editor.paste(text)
    }
  }

  /// Takes the answer for one placeholder and goes to the next, or back.
  mutating func fill(_ filling: PromptFilling, with text: String, by step: Int) {
    var filling = filling
    filling.values[filling.template.placeholders[filling.index]] = text
    if step > 0, filling.isLast { return put(filling) }
    filling.index = max(0, filling.index + step)
    let known = filling.values[filling.template.placeholders[filling.index]] ?? ""
    overlay = .line(LineDialog(.fill(filling), text: known))
  }

  /// Asks for the name by which what is written, else what was said last, is kept.
  mutating func askForPromptName() {
    guard let text = textWorthKeeping else {
      status = StatusMessage("there is no prompt to save yet")
      return
    }
    overlay = .line(LineDialog(.savePrompt(text)))
  }

  private var textWorthKeeping: String? {
    if !prompt.isBlank { return SlashLine(prompt.editor.text).message ?? prompt.editor.text }
    return tree.path(to: conversation.focusedLane.tip).last { tree[$0].role == .user }
      .map { tree[$0].content }
  }

  /// Keeps a prompt, in the place of one of the same name.
  mutating func savePrompt(_ text: String, named typed: String) -> [Effect] {
    let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    let saved = SavedPrompt(name: String(name.prefix(64)), text: text, updated: wallNow)
    let key = keyMap.notation(for: .savedPrompts).map { "; \($0) lists it" } ?? ""
    status = StatusMessage("saved as \(saved.name)\(key)", role: .success)
    return [.history(.savePrompt(saved))]
  }

  /// `/save-prompt NAME TEXT`; without the text, what was said last.
  mutating func savePrompt(typed argument: String) throws(SlashRefusal) -> [Effect] {
    let name = argument.prefix { !$0.isWhitespace }
    let text = String(argument.dropFirst(name.count).drop(while: \.isWhitespace))
    guard let kept = text.isEmpty ? textWorthKeeping : text else {
      throw SlashRefusal(
        "there is no prompt to save yet; \(SlashCommand.savePrompt.usage) saves TEXT"
      )
    }
    return savePrompt(kept, named: String(name))
  }

  /// Removes a saved prompt when its key is pressed twice.
  mutating func removeSavedPrompt(_ prompt: SavedPrompt, key: Key) -> [Effect] {
    guard promptToRemove == prompt.name else {
      promptToRemove = prompt.name
      status = StatusMessage("\(key.notation) again removes \(prompt.name)", role: .warning)
      return []
    }
    promptToRemove = nil
    status = StatusMessage("removed: \(prompt.name)")
    return [.history(.removePrompt(name: prompt.name))]
  }
}
