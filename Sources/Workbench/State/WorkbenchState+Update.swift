import Conversation

extension WorkbenchState {
  /// Takes an action that happens at `now`; the only way in which the workbench changes.
  ///
  /// Returns what the program must do, in order.
  package mutating func update(_ action: Action, now: MonotonicTime) -> [Effect] {
    self.now = now
    let (reach, before) = (reach(of: action), surroundings)
    let wasOffTheRecord = keeping.isOffTheRecord
    var effects = take(action) + startAnswers() + lookAtAttachments()
    effects += wantInspectedRecording()
    leavePastWithNewLanes()
    if wasOffTheRecord || keeping.isOffTheRecord { effects.removeAll(where: \.isKeptOnDisk) }
    // Text that only grows takes the gauge along no more often than the other figures.
    if reach == .everything || lastFigures == now { refreshContext() }
    refreshFolding()
    refreshSelectedWholes()
    if reach.contains(.prompt) {
      prompt.editor.settleCaret()
      refreshCompletions()
      prompt.measure(columns: layout.prompt.columns)
    }
    hideNamesInStatus()
    note(reach, since: before, effects: effects)
    return effects
  }

  private mutating func take(_ action: Action) -> [Effect] {
    switch action {
    case .input(let input): return take(input)
    case .stream(let events): return take(events)
    case .resized(let size):
      self.size = size
      for index in conversation.lanes.indices where !conversation.lanes[index].isStreaming {
        conversation.lanes[index].followsInSteps = false
      }
      leaveHiddenSidebar()
    case .resumed:
      for index in conversation.lanes.indices {
        conversation.lanes[index].meter.leaveOutTime(until: now)
      }
    case .tick:
      leader?.show(at: now)
      refreshFiguresWhenDue()
    case .editorClosed(let text): if let text { prompt.editor.setText(text) }
    case .attachmentsInspected(let glances): prompt.attachments.note(glances)
    case .attachmentsRead(let readings, let number): return take(readings, of: number)
    case .configured(let configured): return take(configured)
    case .themeLoaded(let theme): if theme.name == wantedTheme { self.theme = theme }
    case .discovered(let presets): take(found: presets)
    case .modelsListed(let endpoint, let models): take(models, of: endpoint)
    case .requestDescribed(let request, let id): take(request, of: id)
    case .filesListed(let listing): take(listing)
    case .saved(let file, let outcome): take(outcome, of: file)
    case .printed(let text, let ending): take(printed: text, ending)
    case .history(let answer): return take(answer)
    case .noOpener(let url):
      return [.copy(url, what: "the address, since there is no xdg-open to open it")]
    case .report(let message): status = message
    }
    return []
  }

  /// When something on screen is due that time alone brings; `nil` while nothing on screen depends on time.
  package var nextTick: MonotonicTime? {
    [figuresDue, leader?.due, rulerDue, judging?.due(after: now)].compactMap(\.self).min()
  }

  /// Text that arrives takes the figures along; the tick comes later than that, for streams that are
  /// silent, so that it does not use up the frame of the text that follows it.
  private var figuresDue: MonotonicTime? {
    guard conversation.isStreaming else { return nil }
    return (lastFigures ?? now).adding(milliseconds: Self.figureIntervalMilliseconds * 1.4)
  }

  private mutating func take(found presets: [Preset]) {
    sidebar.add(presets)
    guard let first = presets.first, status == nil else { return }
    let more = presets.count > 1 ? " and \(presets.count - 1) more" : ""
    let keys = keyMap.notation(for: .presetPicker) ?? "F2"
    status = StatusMessage("found \(first.name)\(more); \(keys) picks one", role: .success)
  }

  private mutating func take(_ configured: Configured) -> [Effect] {
    let before = sidebar.presets.filter { !$0.isDemo }
    // A file without a sound preset leaves those at hand, which may have been found after the start.
    let presets = configured.presets.isEmpty ? before : configured.presets
    let demos = sidebar.presets.filter { old in
      old.isDemo && !presets.contains { $0.name == old.name }
    }
    sidebar.replace(presets: presets + demos, inUse: conversation.lanes.map(\.preset))
    keyMap = KeyMap()
    keyMap.rebind(configured.bindings)
    use(configured.editing)
    leavePast()
    historySettings = configured.historySettings
    rubrics = configured.rubrics
    conversation.takeConfigured(sidebar)
    let sidebar = sidebar
    shelf?.pane.takeConfigured(sidebar)
    status = StatusMessage(Self.change(from: before, to: presets), role: .success)
    report(problems: configured.problems)
    guard let name = configured.theme, name != theme.name else { return [] }
    return load(theme: name)
  }

  /// Asks for a theme, over any that was asked for before.
  mutating func load(theme name: String) -> [Effect] {
    wantedTheme = name
    return [.loadTheme(name)]
  }

  private static func change(from old: [Preset], to new: [Preset]) -> String {
    let added = new.filter { preset in !old.contains { $0.name == preset.name } }.map(\.name)
    let removed = old.filter { preset in !new.contains { $0.name == preset.name } }.map(\.name)
    let changed = new.filter { preset in
      old.contains { $0.name == preset.name && $0 != preset }
    }.map(\.name)
    let parts = [("new", added), ("changed", changed), ("gone", removed)]
      .filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.joined(separator: ", "))" }
    return "configuration reloaded; "
      + (parts.isEmpty ? "presets unchanged" : parts.joined(separator: "; "))
  }
}

extension ConversationPane {
  /// Goes on with the presets as they are now, and with what is laid out anew, since that names keys.
  fileprivate mutating func takeConfigured(_ sidebar: SidebarPane) {
    for index in lanes.indices {
      lanes[index].preset = sidebar.preset(named: lanes[index].preset.name) ?? lanes[index].preset
      lanes[index].text = LaneText()
    }
  }
}
