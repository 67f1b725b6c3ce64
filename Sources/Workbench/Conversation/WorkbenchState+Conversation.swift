import Conversation

extension WorkbenchState {
  mutating func performInConversation(_ command: CommandID) -> [Effect] {
    let height = focusedColumn.map { laneView(of: $0).rows } ?? 1
    switch command {
    case .focusPrompt:
      focus = .prompt
      prompt.editor.enterInsertMode()
    case .lineDown: scroll(by: 1)
    case .lineUp: scroll(by: -1)
    case .halfPageDown: scroll(by: height / 2)
    case .halfPageUp: scroll(by: -height / 2)
    case .pageDown: scroll(by: height - 1)
    case .pageUp: scroll(by: 1 - height)
    case .viewTop: viewTop()
    case .viewEnd: viewEnd()
    case .nextMessage: select(by: 1)
    case .previousMessage: select(by: -1)
    case .nextSibling: showSibling(by: 1)
    case .previousSibling: showSibling(by: -1)
    case .foldReasoning: foldReasoning()
    case .showTree: openTree()
    case .addNote: writeNote()
    case .keepAnswer: changeKept()
    case .foldAllReasoning: showsAllReasoning.toggle()
    default: return performOnElement(command)
    }
    return []
  }

  private mutating func performOnElement(_ command: CommandID) -> [Effect] {
    switch command {
    case .nextTurn: select(by: 1) { $0.role == .user }
    case .previousTurn: select(by: -1) { $0.role == .user }
    case .nextCode: moveToElement(.code, by: 1)
    case .previousCode: moveToElement(.code, by: -1)
    case .nextLink: moveToElement(.link, by: 1)
    case .previousLink: moveToElement(.link, by: -1)
    case .copyCode: return copyCode()
    case .saveCode: return askWhereToSave()
    case .pipe: askForCommand()
    case .openLink: openLink()
    case .selectText: beginSelection()
    case .find: beginSearch()
    case .findNext: goToHit(by: 1)
    case .findPrevious: goToHit(by: -1)
    case .rawMessage: toggleRaw()
    case .wrapCode: toggleCodeWrap()
    case .numberCode: toggleCodeNumbers()
    case .codeLeft: moveCode(by: -Self.sidewaysColumns)
    case .codeRight: moveCode(by: Self.sidewaysColumns)
    default: return performOnMessage(command)
    }
    return []
  }

  private static var sidewaysColumns: Int { 8 }

  private mutating func performOnMessage(_ command: CommandID) -> [Effect] {
    if let lane = Self.laneNumber(of: command) {
      conversation.focus(lane)
      return []
    }
    guard let current = conversation.focusedLane.current else {
      status = Self.noMessage
      return []
    }
    switch command {
    case .copyMessage:
      let message = tree[current]
      let text = message.isReply ? message.content : message.sentText
      guard !text.isEmpty else {
        status = StatusMessage("this message has no text to copy")
        return []
      }
      return [.copy(text, what: message.words)]
    case .editMessage: edit(current)
    case .editReply: editReply(near: current)
    case .deleteTurn: askToRemove(current)
    case .fork: return fork(at: current)
    case .retryMessage: return regenerate(lane: conversation.focused, reply: current)
    case .retryWithPreset: return openPresetPicker(for: .regenerateWith(current))
    case .showDetails: return openDetails(of: current)
    case .continueReply: return continueReply()
    case .saveRecording: return askWhereToSaveRecording(near: current)
    default: break
    }
    return []
  }

  private static var noMessage: StatusMessage { StatusMessage("there is no message here yet") }

  static func laneNumber(of command: CommandID) -> Int? {
    let lanes: [CommandID] = [
      .focusLane1, .focusLane2, .focusLane3, .focusLane4, .focusLane5, .focusLane6, .focusLane7,
      .focusLane8, .focusLane9,
    ]
    return lanes.firstIndex(of: command)
  }

  mutating func scroll(by rows: Int) {
    guard let column = focusedColumn else { return }
    scroll(column, by: rows)
  }

  private mutating func viewTop() {
    guard let first = tree.path(to: conversation.focusedLane.tip).first else { return }
    conversation.lanes[conversation.focused].scroll = .at(message: first, place: .header)
    scroll(by: 0)
  }

  private mutating func foldReasoning() {
    let lane = conversation.focusedLane
    var candidate = lane.current
    if let id = candidate, !tree[id].canFold { candidate = lane.tip }
    while let id = candidate, !tree[id].canFold { candidate = tree[id].parent }
    guard let id = candidate else {
      status = StatusMessage("there is nothing to fold here")
      return
    }
    conversation.lanes[conversation.focused].toggledReasoning.formSymmetricDifference([id])
  }

  /// Shows another sibling of the current message.
  private mutating func showSibling(by step: Int) {
    let lane = conversation.focusedLane
    guard !lane.isStreaming, let current = lane.current else {
      status =
        lane.isStreaming ? StatusMessage("a reply streams here; stop it first") : Self.noMessage
      return
    }
    let siblings = tree.siblings(of: current)
    guard let position = siblings.firstIndex(of: current), siblings.count > 1 else {
      status = StatusMessage("this message has no siblings")
      return
    }
    let sibling = siblings[(position + step + siblings.count) % siblings.count]
    goTo(sibling)
  }

  /// Shows a message in the focused lane, and below it the path that was looked at last.
  ///
  /// - Returns: Whether it is shown; a lane into which a reply streams stays on its path.
  @discardableResult
  mutating func goTo(_ message: MessageID) -> Bool {
    leavePast()
    let lane = conversation.focusedLane
    let isOnPath = tree.path(to: lane.tip).contains(message)
    guard isOnPath || !lane.isStreaming else {
      status = Self.streamsHere
      return false
    }
    let tip = isOnPath ? lane.tip ?? message : aboveStream(tree.leaf(below: message)) ?? message
    guard isOnPath || tree[message].reply?.isStreaming != true else {
      status = StatusMessage("this reply streams in another lane", role: .warning)
      return false
    }
    tree.visit(tip)
    conversation.lanes[conversation.focused].show(tip, selected: tip == message ? nil : message)
    if tip != message { reveal(message) }
    return true
  }

  /// A message, or where that is a reply into which another lane's stream goes, what it answers.
  func aboveStream(_ tip: MessageID) -> MessageID? {
    tree[tip].reply?.isStreaming == true ? tree[tip].parent : tip
  }

  /// Brings a message of the focused lane into view, with as little movement as may be.
  private mutating func reveal(_ message: MessageID) {
    guard let column = focusedColumn else { return }
    reveal(.header, in: message, of: column)
  }

  /// Takes a message of the user's into the prompt, to be sent again as a sibling, or a note.
  private mutating func edit(_ message: MessageID) {
    if tree[message].isNote {
      beginEditing(.note(message), text: tree[message].content, enter: "keeps the note")
    } else if let turn = tree.turn(of: message) {
      beginEditing(.message(turn), text: tree[turn].content, enter: "sends it as a sibling")
    }
  }
}

extension Message {
  /// Whether there is something behind a header: reasoning, or files.
  var canFold: Bool { reply?.reasoning.isEmpty == false || !attachments.isEmpty }

  /// What it is, for a sentence.
  var words: String {
    switch role {
    case .user: "the message"
    case .reply: "the answer"
    case .note: "the note"
    }
  }
}
