import Conversation

extension WorkbenchState {
  /// Shows a file of recordings as a conversation of which nothing is kept, and plays it.
  mutating func open(_ file: ReplayedFile, _ replay: Replay) {
    opening = nil
    tree = MessageTree(seed: random.next())
    tree.merge(file.conversation.messages)
    keeping = ConversationKeeping(record: file.conversation.record)
    keeping.isOffTheRecord = true
    keeping.replayedFile = file.name
    recordings.hold(file.recordings)
    show(file.conversation.view.flatMap(ConversationView.init(text:)) ?? ConversationView())
    play(replay)
  }

  /// Plays the conversation that was opened for it.
  mutating func playWhatWasOpened() {
    guard let replay else { return }
    self.replay = nil
    play(replay)
  }

  private mutating func play(_ replay: Replay) {
    let count = tree.path(to: conversation.focusedLane.tip).count { tree[$0].role == .user }
    // Of a file the lanes show the turn already.
    let turn = replay.file == nil ? replay.turn ?? turnNumber ?? count : 1
    guard (1...max(1, count)).contains(turn), count > 0 else {
      let turns = count == 1 ? "1 turn" : "\(count) turns"
      status = StatusMessage("there is no turn \(turn) to play: \(turns) here", role: .warning)
      return
    }
    openRuler(atTurn: turn, followsTurns: turn == count)
    guard let ruler = conversation.ruler, ruler.longest > 0 else {
      closeRuler()
      status = StatusMessage(
        "it is not known when this answer came, so there is nothing to play",
        role: .warning
      )
      return
    }
    play(at: replay.speed)
    status = nil
    for index in conversation.lanes.indices { conversation.lanes[index].followsInSteps = true }
    play(from: 0, at: replay.speed)
  }

  /// What bears a recorded preset's name where a file is replayed and there is none of that name here: a file from
  /// anywhere must not say where something is sent, so all else of it is a preset's of one's own.
  func standIn(for name: String, _ own: Preset) -> Preset? {
    guard keeping.replayedFile != nil else { return nil }
    var preset = own
    preset.name = name
    return preset
  }

  /// Why lanes cannot ask: they bear a recorded preset's name, and there is none of that name here; `nil` where all can.
  func refusalOfStandIn(lanes: [Int]? = nil) -> String? {
    guard keeping.replayedFile != nil else { return nil }
    let asked = (lanes ?? Array(conversation.lanes.indices)).map { conversation.lanes[$0] }
    guard let lane = asked.first(where: isStandIn) else { return nil }
    let keys = keyMap.notation(for: .presetPicker) ?? "F2"
    return "\(lane.preset.name) is the recording's preset; \(keys) picks one of yours to ask"
  }

  private func isStandIn(_ lane: Lane) -> Bool {
    sidebar.preset(named: lane.preset.name) == nil
      && tree.path(to: lane.tip).contains { tree[$0].reply?.preset.name == lane.preset.name }
  }

  /// Has lanes go on with presets of one's own, where a file was replayed in them.
  mutating func takeOwnPresets() {
    guard keeping.replayedFile != nil else { return }
    for index in conversation.lanes.indices where isStandIn(conversation.lanes[index]) {
      conversation.lanes[index].preset = sidebar.presets[0]
    }
  }
}
