import Conversation

/// Replies in the user's own words, and notes: what is kept and not sent.
extension WorkbenchState {
  /// Takes a text into the prompt, to be edited.
  mutating func beginEditing(_ what: PromptEditing, text: String, enter: String) {
    prompt.edit(what, text: text)
    focus = .prompt
    let keys = (keyMap.notation(for: .send) ?? "Enter", keyMap.notation(for: .escape) ?? "Esc")
    status = StatusMessage("editing: \(keys.0) \(enter), \(keys.1) leaves it")
  }

  /// Takes a reply into the prompt, or the one to a message of the user's.
  mutating func editReply(near message: MessageID) {
    guard let id = reply(near: message), let reply = tree[id].reply else {
      status = StatusMessage("there is no reply here to edit")
      return
    }
    guard !reply.isStreaming else {
      status = Self.streamsHere
      return
    }
    beginEditing(.reply(id), text: tree[id].content, enter: "keeps it as a sibling")
  }

  /// A reply, or the one that the focused lane shows to a message of the user's.
  func reply(near message: MessageID) -> MessageID? {
    switch tree[message].role {
    case .reply: return message
    case .note: return nil
    case .user:
      let path = tree.path(to: conversation.focusedLane.tip)
      return path.first { tree[$0].isReply && tree[$0].parent == message }
    }
  }

  /// Has the prompt take a note on the current message.
  mutating func writeNote() {
    let place = placeOfNote
    guard place.map({ tree[$0].reply?.isStreaming != true }) ?? true else {
      status = Self.streamsHere
      return
    }
    beginEditing(.newNote(below: place), text: "", enter: "keeps the note, which is never sent")
  }

  /// Adds a note below a message; lanes that end there go on from it, and the focused one shows it.
  ///
  /// - Returns: Whether it could be added; the status says why not.
  mutating func addNote(_ text: String, below wanted: MessageID?) -> Bool {
    let place = place(for: .note, below: wanted)
    let isAtEnd = place == conversation.focusedLane.tip
    let streams = place.map { tree[$0].reply?.isStreaming == true } ?? false
    guard !streams, isAtEnd || !conversation.focusedLane.isStreaming else {
      status = Self.streamsHere
      return false
    }
    show(tree.addNote(text, under: place, at: wallNow), inPlaceOf: place)
    let back =
      keyMap.notation(for: .previousSibling).map { "; \($0) shows what goes on here" } ?? ""
    status = StatusMessage("noted; notes are never sent\(isAtEnd ? "" : back)", role: .success)
    return true
  }

  /// The message below which a note on the current one goes: itself, or the reply to it.
  var placeOfNote: MessageID? {
    conversation.focusedLane.current.map { reply(near: $0) ?? $0 }
  }

  static var streamsHere: StatusMessage {
    StatusMessage("a reply streams here; stop it first", role: .warning)
  }

  /// Keeps what was edited in the prompt; it stays there where that cannot be.
  mutating func keep(_ editing: PromptEditing) {
    let text = prompt.editor.text
    switch editing {
    case .message: return
    case .reply(let id) where tree[id].content == text,
      .note(let id) where tree[id].content == text:
      status = StatusMessage("nothing was changed")
    case .reply(let id), .note(let id): guard keep(text, inPlaceOf: id) else { return }
    case .newNote(let place): guard addNote(text, below: place) else { return }
    }
    prompt.abandonEditing()
    focus = .conversation
  }

  private mutating func keep(_ text: String, inPlaceOf id: MessageID) -> Bool {
    let showing = conversation.lanes.indices.filter {
      tree.path(to: conversation.lanes[$0].tip).contains(id)
    }
    let lanes = showing.isEmpty ? [conversation.focused] : showing
    guard !lanes.contains(where: { conversation.lanes[$0].isStreaming }) else {
      status = Self.streamsHere
      return false
    }
    guard tree[id].parent.map({ tree.isReachable($0) }) ?? true else {
      status = StatusMessage("what stood above it was deleted", role: .warning)
      return false
    }
    let new =
      tree[id].isNote
      ? tree.addNote(text, under: tree[id].parent, at: wallNow)
      : tree.addEditedReply(text, inPlaceOf: id, at: wallNow)
    for lane in lanes { conversation.lanes[lane].show(new) }
    let back = keyMap.notation(for: .previousSibling).map { "; \($0) shows the old one" } ?? ""
    status = StatusMessage("kept as a sibling\(back)", role: .success)
    return true
  }

  /// Has lanes that ended at a message go on from a note below it, and the focused one in any case.
  private mutating func show(_ note: MessageID, inPlaceOf old: MessageID?) {
    for index in conversation.lanes.indices
    where index == conversation.focused || conversation.lanes[index].tip == old {
      conversation.lanes[index].show(note)
    }
  }
}

extension WorkbenchState {
  /// Where something can be added that was to go below a message: there, or where it or what it belongs to was
  /// taken out, below the nearest message above that is left.
  func place(for role: MessageRole, below parent: MessageID?) -> MessageID? {
    guard let parent, !tree.isReachable(parent) else { return parent }
    let left = tree.path(to: parent).prefix { !tree[$0].isPruned }
    return left.last { role == .note || tree[$0].role != .user }
  }
}
