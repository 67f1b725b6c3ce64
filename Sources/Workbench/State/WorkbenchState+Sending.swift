import Conversation

extension WorkbenchState {
  /// Sends what the user wrote, in place of an earlier message where one is being edited.
  mutating func send(_ message: UserMessage) -> [Effect] {
    if case .message(let edited)? = prompt.editing {
      prompt.editing = nil
      return resend(message, inPlaceOf: edited)
    }
    give(message)
    return []
  }

  /// Adds what the user says to the tree.
  mutating func say(_ message: UserMessage, under parent: MessageID?) -> MessageID {
    noteSaid(message.text)
    return tree.addUserMessage(message, under: parent, at: wallNow)
  }

  /// The message that a new user message goes under: a reply, never a user message left unanswered.
  func answeredTip(of index: Int) -> MessageID? {
    guard let tip = conversation.lanes[index].tip else { return nil }
    return tree[tip].role == .user ? tree[tip].parent : tip
  }

  /// Sends an edited message as a sibling of the old one, in every lane that shows the old one, and where
  /// none does any more in the focused one.
  mutating func resend(
    _ message: UserMessage,
    inPlaceOf edited: MessageID
  ) -> [Effect] {
    let showing = conversation.lanes.indices.filter {
      tree.path(to: conversation.lanes[$0].tip).contains(edited)
    }
    let turn = say(message, under: place(for: .user, below: tree[edited].parent))
    var effects: [Effect] = []
    for index in showing.isEmpty ? [conversation.focused] : showing {
      effects += stop(lane: index)
      assign(turn, to: index, beginningWith: message.prefill)
    }
    return effects
  }

  /// Starts a reply to a user message in a lane, one that begins with the words where its endpoint takes them.
  mutating func ask(
    lane index: Int,
    answering turn: MessageID,
    beginningWith words: String = ""
  ) -> Effect {
    var preset = effectivePreset(of: conversation.lanes[index])
    var options = sendingOptions(for: preset)
    let form = prefillForm(of: preset)
    let words = form == .off ? "" : words
    options.prefill = words
    // What was learned about the server goes along, so that the reply knows how it was asked for.
    if !words.isEmpty { preset.endpoint.prefill = form }
    preset.endpoint.reportsPrefill = reportsPrefill(preset)
    let request = newRequest()
    let messages = tree.chatMessages(to: turn, options)
    if answerRun == nil { answerRun = AnswerRun(began: now) }
    var snapshot = preset
    snapshot.system = options.system
    var reply = Reply(preset: snapshot, request: request, started: now)
    if conversation.hasLanes { reply.asked = conversation.asking }
    reply.difference = conversation.lanes[index].cell.words
    let tip = tree.addReply(reply, under: turn, at: wallNow, beginningWith: words)
    conversation.lanes[index].begin(request, tip: tip)
    sidebar.set(.streaming, of: preset)
    lastFigures = nil
    return .send(request, preset: preset, messages: messages)
  }

  /// What a request takes along beside what was said.
  func sendingOptions(for preset: Preset) -> MessageTree.SendingOptions {
    var options = MessageTree.SendingOptions(of: preset)
    options.system = systemPrompt(for: preset)
    return options
  }

  /// The system prompt of a request: the conversation's, else the preset's; an empty one is none.
  package func systemPrompt(for preset: Preset) -> String? {
    let text = system ?? preset.system ?? ""
    return text.isEmpty ? nil : text
  }

  /// Stops a lane's stream and drops what it was to answer; what came is kept, and the screen says so at once.
  mutating func stop(lane index: Int) -> [Effect] {
    defer { if !conversation.isBusy { answerRun = nil } }
    var effects: [Effect] = []
    conversation.lanes[index].pending = []
    if let warmUp = stopWarmUp(lane: index) { effects.append(warmUp) }
    if let request = conversation.lanes[index].request {
      tree.apply(StreamEvent(request: request, time: now, kind: .ended(.cancelled)))
      settle(lane: index, preset: .ready)
      effects += learnModels(lane: index) + [.cancel(request)]
    }
    recallQueue(of: index)
    goBack(lane: index)
    return effects
  }

  /// Stops the request that warms a lane's model up, where there is one; the lane counts as cold then.
  mutating func stopWarmUp(lane index: Int) -> Effect? {
    defer { conversation.lanes[index].warmth = .cold }
    guard let warmUp = conversation.lanes[index].warmUp else { return nil }
    sidebar.set(.ready, of: conversation.lanes[index].preset)
    return .cancel(warmUp)
  }

  /// Stops every lane, those too that wait.
  mutating func stopAll() -> [Effect] { conversation.lanes.indices.flatMap { stop(lane: $0) } }

  /// Asks again for the reply that a lane shows, or for a given one; the old reply stays as a sibling.
  mutating func regenerate(lane index: Int, reply: MessageID? = nil) -> [Effect] {
    guard let shown = reply ?? conversation.lanes[index].tip else {
      status = StatusMessage("nothing to ask again yet")
      return []
    }
    guard let turn = tree.turn(of: shown), tree.isReachable(turn) else {
      status = StatusMessage("nothing to ask again here")
      return []
    }
    if let refusal = refusalOfStandIn(lanes: [index])
      ?? refusalOfImages(lane: index, after: turn)
    {
      status = StatusMessage(refusal, role: .error)
      return []
    }
    if let refusal = refusalOfPrefill(lanes: [index]) {
      status = StatusMessage(refusal, role: .error)
      return []
    }
    let words = prompt.takePrefill()
    let stopped = stop(lane: index)
    return stopped + [ask(lane: index, answering: turn, beginningWith: words)]
  }

  /// Ends the streaming state of a lane, whichever way its stream ended.
  mutating func settle(lane index: Int, preset state: PresetState) {
    guard let tip = conversation.lanes[index].tip, let reply = tree[tip].reply else { return }
    recordings.end(reply.request, saving: keeping.isOffTheRecord ? .never : .due)
    conversation.lanes[index].finish(reply: reply, at: now)
    let isStreamingElsewhere = conversation.lanes.contains {
      $0.isStreaming && $0.tip.flatMap { tree[$0].reply?.preset.name } == reply.preset.name
    }
    if !isStreamingElsewhere { sidebar.set(state, of: reply.preset) }
  }

  /// Puts a lane's queued messages back into the prompt, unless another lane still holds them.
  mutating func recallQueue(of index: Int) {
    let queue = conversation.lanes[index].queue
    conversation.lanes[index].queue = []
    let waiting = Set(conversation.lanes.flatMap(\.queue))
    let recalled = queue.filter { !waiting.contains($0) }
    if !recalled.isEmpty { prompt.putBack(recalled.map(\.text)) }
    if let words = recalled.first(where: { !$0.prefill.isEmpty })?.prefill {
      prompt.prefill = words
    }
  }
}
