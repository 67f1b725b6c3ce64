import Conversation

extension WorkbenchState {
  /// Has the archive look for a conversation, which takes the place of this one when it is there.
  mutating func open(_ request: ConversationRequest) -> [Effect] {
    if case .conversation(let id, let message) = request {
      if id == keeping.record.id {
        if let message { show(message) }
        return []
      }
      // What is in memory may know more than what is saved.
      if let shelved = shelf, shelved.keeping.record.id == id {
        let effects = leaveConversation()
        let reload = takeFromShelf(shelved)
        if let message { show(message) }
        return effects + reload
      }
    }
    opening = request
    return [.history(.open(request))]
  }

  /// What is said on the line below: that a conversation is being opened where there is nothing else to say.
  package var shownStatus: StatusMessage? {
    status ?? (opening == nil ? nil : StatusMessage("opening the conversation\u{2026}"))
  }

  /// Takes the conversation that was asked for last; any other came too late.
  mutating func take(_ stored: StoredConversation, for request: ConversationRequest) -> [Effect] {
    guard request == opening else { return [] }
    opening = nil
    let view = stored.view.flatMap(ConversationView.init(text:)) ?? ConversationView()
    let keepsDraft = tree.isEmpty || keeping.isOffTheRecord
    let effects = leaveConversation()
    if !keepsDraft || prompt.editor.isEmpty { prompt.editor.setText(SlashLine.typed(view.draft)) }
    closeOverlayOfMessages()
    tree = MessageTree(seed: random.next())
    tree.merge(stored.messages)
    recordings.forgetAnswers()
    keeping = ConversationKeeping(record: stored.record)
    keeping.givenRecord = stored.record
    keeping.givenView = stored.view
    keeping.number = stored.number
    keeping.revision = stored.revision ?? 0
    show(view)
    if case .conversation(_, let message?) = request {
      show(message)
      lookForSought()
    }
    playWhatWasOpened()
    return effects
  }

  /// Shows lanes as they were; one whose preset is gone goes on with the present one, or in a file that is replayed
  /// bears the name of the recorded one.
  mutating func show(_ view: ConversationView) {
    let newest = tree.newestLeaf
    let current = conversation.focusedLane.preset
    let before = conversation
    defer { conversation.takeManner(of: before) }
    var lanes = view.lanes
    if lanes.isEmpty { lanes = [ConversationView.Lane(preset: "")] }
    conversation = ConversationPane(
      lanes: lanes.map { lane in
        // It may have gone on elsewhere from where it was left.
        let left = lane.tip.flatMap { tree.message($0) }.flatMap { tree.isReachable($0) ? $0 : nil }
        let tip = left.map { tree.leaf(below: $0) } ?? newest
        let answered = tip.flatMap { tree[$0].reply?.preset }
        let preset =
          sidebar.preset(named: lane.preset) ?? answered.flatMap { sidebar.preset(named: $0.name) }
          ?? standIn(for: lane.preset, current)
          // A kept reply's preset is for showing: nothing is sent where a file says.
          ?? current
        return (preset, tip)
      }
    )
    conversation.focus(view.focused)
    if let kept = view.kept, conversation.hasLanes, conversation.lanes.indices.contains(kept) {
      conversation.kept = conversation.lanes[kept].id
    }
    for (index, lane) in lanes.enumerated() {
      conversation.lanes[index].cell = lane.cell
      if let tip = conversation.lanes[index].tip {
        tree.visit(tip)
        if let reply = tree[tip].reply { conversation.lanes[index].showFigures(of: reply) }
      }
      guard let top = lane.top, let message = tree.message(top.message) else { continue }
      conversation.lanes[index].scroll = .at(message: message, place: top.anchor)
    }
    moveSidebarCursor(to: conversation.focusedLane.preset)
    if conversation.hasLanes { sidebar.markOnly(conversation.lanes.map(\.preset)) }
  }

  /// Shows a message in the focused lane, on a path that it lies on.
  mutating func show(_ key: MessageKey) {
    guard let message = tree.message(key), tree.isReachable(message) else {
      status = StatusMessage("this message was taken out of its conversation")
      return
    }
    if goTo(message) { focus = .conversation }
  }

  /// The conversation as it stands on screen, for the next time it is opened.
  var viewText: String {
    var view = ConversationView()
    view.lanes = conversation.lanes.map { lane in
      var shown = ConversationView.Lane(
        preset: lane.preset.name,
        tip: lane.tip.map { tree[$0].key }
      )
      if case .at(let message, let place) = lane.scroll {
        shown.top = ConversationView.Place(message: tree[message].key, anchor: place)
      }
      shown.cell = lane.cell
      return shown
    }
    view.focused = conversation.focused
    view.kept = conversation.keptLane
    view.draft = prompt.editing == nil ? prompt.editor.text : ""
    return view.text
  }

  /// Moves lanes that end in what was taken out to the nearest message above it that is left; what streams into
  /// one of them is stopped.
  mutating func keepTipsReachable() -> [Effect] {
    var effects: [Effect] = []
    for index in conversation.lanes.indices {
      guard let tip = conversation.lanes[index].tip, !tree.isReachable(tip) else { continue }
      effects += stop(lane: index)
      let left = tree.path(to: tip).prefix { !tree[$0].isPruned }.last
      let end = (left.map { tree.leaf(below: $0) } ?? tree.newestLeaf).flatMap(aboveStream)
      conversation.lanes[index].show(end)
    }
    return effects
  }
}
