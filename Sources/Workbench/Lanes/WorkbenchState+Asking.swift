import Conversation

extension WorkbenchState {
  /// Gives a message to every lane; those that are busy take it up when they come to it.
  ///
  /// Where all go on from one lane's answers, the message goes below that lane's, once it is there. Lanes that stand
  /// at the same message share the user's turn in the tree.
  mutating func give(_ message: UserMessage) {
    // What is said now is to be seen.
    leavePast()
    hideNamesAgain()
    if let lead = conversation.keptLane {
      guard !conversation.lanes[lead].isBusy else {
        conversation.lanes[lead].queue.append(message)
        return
      }
      let turn = say(message, under: answeredTip(of: lead))
      for index in conversation.lanes.indices {
        assign(turn, to: index, beginningWith: message.prefill)
      }
      return
    }
    var turns: [MessageID?: MessageID] = [:]
    for index in conversation.lanes.indices {
      if conversation.lanes[index].isBusy {
        conversation.lanes[index].queue.append(message)
        continue
      }
      let tip = answeredTip(of: index)
      let turn = turns[tip] ?? say(message, under: tip)
      turns[tip] = turn
      assign(turn, to: index, beginningWith: message.prefill)
    }
  }

  /// Has a lane answer a turn when its time comes; it shows the turn at once, unless a reply streams into it.
  mutating func assign(_ turn: MessageID, to lane: Int, beginningWith words: String = "") {
    conversation.lanes[lane].pending.append(PendingAnswer(turn: turn, prefill: words))
    conversation.lanes[lane].returnsTo = nil
    if !conversation.lanes[lane].isStreaming { conversation.lanes[lane].show(turn) }
  }

  /// Shows what a lane had before it answered earlier turns, once nothing is left to answer.
  mutating func goBack(lane: Int) {
    guard !conversation.lanes[lane].isBusy, let tip = conversation.lanes[lane].returnsTo else {
      return
    }
    conversation.lanes[lane].returnsTo = nil
    if tree.isReachable(tip) { conversation.lanes[lane].show(tip) }
  }

  /// Starts the answers whose time has come, by the mode of asking.
  ///
  /// The end of each update calls it: whatever stops, drops or ends a lane may be what another one waits for.
  mutating func startAnswers() -> [Effect] {
    guard conversation.lanes.contains(where: { !$0.pending.isEmpty }) else { return [] }
    for index in conversation.lanes.indices where !conversation.lanes[index].pending.isEmpty {
      conversation.lanes[index].pending.removeAll { !tree.isReachable($0.turn) }
    }
    let waiting = conversation.lanes.indices.filter {
      !conversation.lanes[$0].isStreaming && !conversation.lanes[$0].pending.isEmpty
    }
    let mode = conversation.hasLanes ? conversation.asking : AskingMode()
    guard mode.order == .parallel else { return startNext(of: waiting, warmsUp: mode.warmsUp) }
    guard mode.warmsUp else { return waiting.map { startAnswer(in: $0) } }
    let cold = waiting.filter { conversation.lanes[$0].warmth == .cold }
    let effects = cold.map { warmUp($0) }
    let isWarmingUp = waiting.contains { conversation.lanes[$0].warmUp != nil }
    return isWarmingUp ? effects : waiting.map { startAnswer(in: $0) }
  }

  /// Starts one answer, where none streams.
  private mutating func startNext(of waiting: [Int], warmsUp: Bool) -> [Effect] {
    let isSomethingGoing = conversation.lanes.contains { $0.isStreaming || $0.warmUp != nil }
    guard !isSomethingGoing, !waiting.isEmpty else { return [] }
    let place =
      conversation.asking.order == .shuffled
      ? Int(random.next() % UInt64(waiting.count)) : 0
    // What was warmed up is not left to grow cold.
    let next = waiting.first { conversation.lanes[$0].warmth == .warm } ?? waiting[place]
    let isCold = warmsUp && conversation.lanes[next].warmth == .cold
    return [isCold ? warmUp(next) : startAnswer(in: next)]
  }

  private mutating func startAnswer(in lane: Int) -> Effect {
    let answer = conversation.lanes[lane].pending.removeFirst()
    conversation.lanes[lane].warmth = .cold
    return ask(lane: lane, answering: answer.turn, beginningWith: answer.prefill)
  }

  /// Has a lane's model loaded by its server, without the words that will be sent, so that these are not remembered.
  private mutating func warmUp(_ lane: Int) -> Effect {
    var preset = effectivePreset(of: conversation.lanes[lane])
    preset.parameters[.maxTokens] = .integer(1)
    let request = newRequest()
    conversation.lanes[lane].warmth = .warming(request)
    sidebar.set(.streaming, of: preset)
    return .send(request, preset: preset, messages: [ChatMessage(role: .user, content: "Hello")])
  }

  /// Takes an event of a warm-up; `nil` where it belongs to another request.
  mutating func takeWarmUp(_ event: StreamEvent) -> [Effect]? {
    guard let lane = conversation.lanes.firstIndex(where: { $0.warmUp == event.request }) else {
      return nil
    }
    guard case .ended = event.kind else { return [] }
    conversation.lanes[lane].warmth = .warm
    return []
  }

  /// Takes a lane's oldest queued message up, once nothing is before it.
  mutating func takeQueued(lane index: Int) {
    guard !conversation.lanes[index].isBusy, let message = conversation.lanes[index].queue.first
    else { return }
    let tip = conversation.lanes[index].tip
    if let refusal = refusalOfImages(lane: index, after: tip, hasImages: message.hasImages) {
      status = StatusMessage(refusal, role: .error)
      return recallQueue(of: index)
    }
    conversation.lanes[index].queue.removeFirst()
    if index == conversation.keptLane {
      give(message)
    } else {
      assign(say(message, under: tip), to: index, beginningWith: message.prefill)
    }
  }
}
