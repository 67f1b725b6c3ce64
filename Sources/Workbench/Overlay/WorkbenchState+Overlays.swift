import Conversation

extension WorkbenchState {
  /// Opens the preset picker; any typed model name can be taken with the endpoint of the preset in use.
  ///
  /// The endpoint's own models are asked for where that is no news to it: on this machine, or once it has
  /// answered.
  mutating func openPresetPicker(for purpose: ListOverlay.Purpose) -> [Effect] {
    overlay = .list(presetList(for: purpose))
    let base = conversation.focusedLane.preset
    let endpoint = base.endpoint
    let hasAnswered = sidebar.presets.contains {
      $0.endpoint.name == endpoint.name && sidebar.state(of: $0) == .ready
    }
    let mayAsk = !base.isDemo && (hasAnswered || endpoint.isOnThisMachine)
    return mayAsk && models[endpoint.name] == nil ? [.listModels(endpoint)] : []
  }

  private func presetList(for purpose: ListOverlay.Purpose) -> ListOverlay {
    let used = conversation.focusedLane.preset
    let base = sidebar.effective(used)
    let names = Set(sidebar.presets.map(\.name))
    let presets = sidebar.presets.map { preset in
      ListOverlay.Item(
        title: preset.name,
        detail: "\(preset.model) @ \(preset.endpoint.name)",
        value: .preset(preset)
      )
    }
    let offered = (models[base.endpoint.name] ?? []).map(\.id).filter { name in
      !sidebar.presets.contains { $0.model == name && $0.endpoint.name == base.endpoint.name }
    }
    let others = offered.map { Self.item(model: $0, of: base, apart: names, says: "offered by") }
    return ListOverlay(
      purpose: purpose,
      title: "presets and models",
      items: presets + others,
      selection: presets.firstIndex { $0.title == used.name } ?? 0,
      typed: { Self.item(model: $0, of: base, apart: names, says: "use this model name with") }
    )
  }

  /// Takes the models of an endpoint, also into the picker that waits for them.
  mutating func take(_ found: [ModelInfo], of endpoint: String) {
    models[endpoint] = found
    guard case .list(let open) = overlay, conversation.focusedLane.preset.endpoint.name == endpoint
    else { return }
    switch open.purpose {
    case .usePreset, .regenerateWith, .judge, .merge:
      var list = presetList(for: open.purpose)
      list.type(open.filter)
      list.select(open.selected)
      overlay = .list(list)
    case .theme, .command, .link, .savedPrompt: break
    }
  }

  private static func item(
    model: String,
    of base: Preset,
    apart names: Set<String>,
    says: String
  ) -> ListOverlay.Item {
    ListOverlay.Item(
      title: model,
      detail: "\(says) \(base.endpoint.name)",
      value: .preset(preset(forModel: model, of: base, apart: names))
    )
  }

  /// A preset for a model name, with everything else of `base`, under a name that no preset has.
  private static func preset(
    forModel model: String,
    of base: Preset,
    apart names: Set<String>
  ) -> Preset {
    var preset = base
    if model != base.model { preset.contextWindow = nil }
    preset.model = model
    preset.name = names.contains(model) ? "\(model)@\(base.endpoint.name)" : model
    return preset
  }

  /// A preset for a model name at the endpoint in use, with the changes of this session.
  func preset(forModel model: String) -> Preset {
    Self.preset(
      forModel: model,
      of: effectivePreset(of: conversation.focusedLane),
      apart: Set(sidebar.presets.map(\.name))
    )
  }

  mutating func openThemePicker() {
    let items = themeNames.map { ListOverlay.Item(title: $0, detail: "", value: .theme($0)) }
    overlay = .list(
      ListOverlay(
        purpose: .theme(theme),
        title: "themes",
        items: items,
        selection: themeNames.firstIndex(of: theme.name) ?? 0
      )
    )
  }

  mutating func openSystemPrompt() {
    let text = systemPrompt(for: conversation.focusedLane.preset) ?? ""
    overlay = .systemPrompt(TextEditor(text, style: editing))
  }

  mutating func set(system text: String) {
    system = text
    status = StatusMessage(
      text.isEmpty
        ? "no system prompt from the next message on"
        : "system prompt set for this conversation, from the next message on",
      role: .success
    )
  }

  /// The columns of the system prompt's text while it is edited.
  package var systemPromptColumns: Int { max(1, min(82, size.columns - 6)) }

  /// Takes the choice of a list.
  mutating func accept(_ list: ListOverlay) -> [Effect] {
    guard let item = list.selected else {
      closeOverlay()
      return []
    }
    if let obstacle = item.obstacle {
      status = StatusMessage(obstacle, role: .warning)
      return []
    }
    overlay = nil
    switch (list.purpose, item.value) {
    case (.usePreset, .preset(let preset)): return use(preset)
    case (.regenerateWith(let reply), .preset(let preset)):
      conversation.lanes[conversation.focused].preset = preset
      return regenerate(lane: conversation.focused, reply: reply)
    case (.judge(let wish), .preset(let preset)):
      do throws(SlashRefusal) { return try judge(by: preset, wish) } catch {
        status = StatusMessage(error.sentence)
        return []
      }
    case (.merge, .preset(let preset)):
      do throws(SlashRefusal) { return try merge(by: preset) } catch {
        status = StatusMessage(error.sentence)
        return []
      }
    case (_, .theme(let name)):
      return load(theme: name) + [.keepChoices(choices(theme: name))]
    case (_, .command(let id)): return run(id)
    case (_, .link(let url)):
      confirm(link: url)
      return []
    case (_, .savedPrompt(let prompt)):
      use(prompt)
      return []
    case (_, .preset): return []
    }
  }

  /// Puts a preset to use in the focused lane, from the next message on.
  mutating func use(_ preset: Preset) -> [Effect] {
    conversation.lanes[conversation.focused].preset = preset
    moveSidebarCursor(to: preset)
    status = StatusMessage("\(preset.name): \(preset.model) @ \(preset.endpoint.name)")
    return [.keepChoices(choices(theme: theme.name))]
  }

  func choices(theme: String) -> Choices {
    Choices(
      preset: conversation.focusedLane.preset.name,
      theme: theme,
      isSidebarHidden: !isSidebarWanted
    )
  }

  /// Closes whatever lies over the panes, with nothing taken.
  mutating func closeOverlay() {
    if case .list(let list) = overlay, case .theme(let before) = list.purpose {
      theme = before
      wantedTheme = before.name
    }
    overlay = listBehind.map(Overlay.conversations)
    listBehind = nil
  }
}
