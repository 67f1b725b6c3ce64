import Conversation

extension WorkbenchState {
  /// Does what a command says; only routes.
  mutating func perform(_ command: CommandID) -> [Effect] {
    if hidesNames, command.namesPresets {
      status = StatusMessage(blindObstacle)
      return []
    }
    return switch CommandTable.command(command)?.context {
    case .everywhere: performEverywhere(command)
    case .leader: performAfterLeader(command)
    case .prompt: performInPrompt(command)
    case .conversation: performInConversation(command)
    case .selection: performInSelection(command)
    case .ruler: performOnRuler(command)
    case .inspector: performInInspector(command)
    case .sidebar: performInSidebar(command)
    case .tree, .figures, .tally, .conversationList, .overlay, nil: []
    }
  }

  private mutating func performEverywhere(_ command: CommandID) -> [Effect] {
    switch command {
    case .help: overlay = .help(top: 0)
    case .presetPicker: return openPresetPicker(for: .usePreset)
    case .toggleLanes: return toggleLanes()
    case .regenerate: return regenerate(lane: conversation.focused)
    case .turnFigures: openTurnTable()
    case .toggleInspector: toggleInspector()
    case .themes: openThemePicker()
    case .interrupt: return interrupt()
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .leader: leader = LeaderWait(since: now)
    case .palette: return openPaletteWithPrompts()
    case .nextPane: moveFocus(by: 1)
    case .previousPane: moveFocus(by: -1)
    case .escape: return escape()
    default: break
    }
    return []
  }

  private mutating func performAfterLeader(_ command: CommandID) -> [Effect] {
    switch command {
    case .newConversation: return startConversation()
    case .lastConversation: return returnToConversation()
    case .toggleSidebar: return toggleSidebar()
    case .toggleMouse: return toggleMouse()
    case .editSystemPrompt: openSystemPrompt()
    case .prefillReply: openPrefill()
    case .reloadConfiguration: return [.reloadConfiguration]
    case .zoomLane: conversation.isZoomed.toggle()
    case .nextLane: focusNextLane()
    case .addLane: addLane()
    case .dropLane: return dropLane()
    case .stopOrCloseLane:
      return conversation.focusedLane.isBusy ? stop(lane: conversation.focused) : dropLane()
    case .stopAll: return stopEverything()
    case .moveLaneLeft: conversation.moveFocused(by: -1)
    case .moveLaneRight: conversation.moveFocused(by: 1)
    case .laneParameters: openLaneParameters()
    case .scrollInStep: toggleStepping()
    case .markDifferences: toggleDifferences()
    case .onlyDifferences: toggleOnlyDifferences()
    case .setBaseline: setBaseline()
    case .nextDifference: goToDifference(by: 1)
    case .previousDifference: goToDifference(by: -1)
    case .foldSameLanes: toggleFolding()
    case .timeRuler: toggleRuler()
    case .freeze: toggleFreezing()
    case .widenLane: conversation.widenFocused()
    case .changeKept: changeKept()
    case .joinConversation: joinConversation()
    case .changeAskingOrder: changeAskingOrder()
    case .toggleWarmUp: toggleWarmUp()
    case .vote: openVote()
    case .toggleBlindMode: toggleBlindMode()
    case .showVotes: openVotes()
    case .showTally: return openTally()
    case .judge: return openJudgePicker()
    case .merge: return openMergePicker()
    case .undoRemoval: undoRemoval()
    case .copyLastAnswer: return copyLastAnswer()
    case .paletteAfterLeader: return openPaletteWithPrompts()
    case .quit: return quit()
    default: return performOnConversation(command)
    }
    return []
  }

  /// Leaves the program; where something could not be saved only when that is known.
  mutating func quit() -> [Effect] {
    guard let reason = savingTrouble, !isLossKnown else { return [.quit] }
    isLossKnown = true
    status = StatusMessage(
      "some of what was said is not saved; quit again to leave without it (\(reason))",
      role: .error
    )
    return []
  }

  /// ^C: stops the focused stream, else a judge, else clears the prompt, else arms and then does quit.
  private mutating func interrupt() -> [Effect] {
    if conversation.focusedLane.isBusy { return stop(lane: conversation.focused) }
    if judging != nil { return stopJudge() }
    if prompt.editing != nil {
      prompt.abandonEditing()
      return []
    }
    if !prompt.editor.isEmpty {
      prompt.editor.perform(.clear)
      status = StatusMessage(
        "prompt cleared; \(keyMap.notation(for: .undo) ?? "undo") brings it back"
          + othersStream(after: "; ")
      )
      return []
    }
    if isQuitArmed { return quit() }
    isQuitArmed = true
    status = StatusMessage(
      "press \(keyMap.notation(for: .interrupt) ?? "^C") again to quit" + othersStream(after: "; ")
    )
    return []
  }

  /// Esc, the first that applies: stops the focused stream (again within 1 s: all), else a judge, else changes pane.
  private mutating func escape() -> [Effect] {
    if let ended = conversation.focusedLane.endedByItself, now.milliseconds(since: ended) < 300 {
      return []
    }
    let stopped = lastEscapeStop.map { now.seconds(since: $0) < 1 } ?? false
    if stopped, conversation.isBusy { return stopEverything() }
    if conversation.focusedLane.isBusy {
      lastEscapeStop = now
      return stop(lane: conversation.focused)
    }
    if judging != nil { return stopJudge() }
    if prompt.editing != nil {
      prompt.abandonEditing()
      return []
    }
    if focus == .conversation, conversation.search != nil {
      conversation.search = nil
      return []
    }
    focus = focus == .prompt ? .conversation : .prompt
    if streamsElsewhere { status = StatusMessage(othersStream(after: "")) }
    return []
  }

  mutating func moveFocus(by step: Int) {
    let panes: [Pane] =
      layout.sidebarFrame == nil
      ? [.prompt, .conversation] : [.prompt, .conversation, .sidebar]
    let position = panes.firstIndex(of: focus) ?? 0
    focus = panes[(position + step + panes.count) % panes.count]
  }

  private mutating func toggleSidebar() -> [Effect] {
    isSidebarWanted.toggle()
    leaveHiddenSidebar()
    return [.keepChoices(choices(theme: theme.name))]
  }

  /// Takes the focus out of a sidebar that is not on screen, with the edit that was open there.
  mutating func leaveHiddenSidebar() {
    guard layout.sidebarFrame == nil else { return }
    sidebar.edit = nil
    if focus == .sidebar { focus = .prompt }
  }

  private mutating func toggleMouse() -> [Effect] {
    capturesMouse.toggle()
    status = StatusMessage(
      capturesMouse
        ? "mouse: weir takes it" : "mouse: the terminal's own selection works"
    )
    return [.captureMouse(capturesMouse)]
  }

  private mutating func copyLastAnswer() -> [Effect] {
    guard let reply = lastAnswer else {
      status = StatusMessage("no answer to copy yet")
      return []
    }
    return [.copy(tree[reply].content, what: "the answer")]
  }

  /// The newest reply with text that the focused lane shows.
  var lastAnswer: MessageID? {
    tree.path(to: conversation.focusedLane.tip).last {
      tree[$0].isReply && !tree[$0].content.isEmpty
    }
  }
}
