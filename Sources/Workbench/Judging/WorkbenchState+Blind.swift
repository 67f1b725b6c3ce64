import Conversation

extension WorkbenchState {
  /// Whether nothing on screen may tell which preset a lane is.
  package var hidesNames: Bool { conversation.hidesNames }

  /// How a lane is called: by its number and what tells it apart, where that may be known.
  package func laneName(_ lane: Int) -> String {
    laneName(lane, columns: .max)
  }

  /// The same, shortened to so many columns, as far as that leaves what tells the lane apart.
  package func laneName(_ lane: Int, columns: Int) -> String {
    if hidesNames { return "lane \(lane + 1)" }
    let labels = conversation.labels
    guard labels.indices.contains(lane) else {
      return "\(lane + 1) \(conversation.lanes[lane].preset.name)"
    }
    let number = "\(lane + 1) "
    return number + labels[lane].fitted(toColumns: columns - number.count, among: labels)
  }

  /// How the lanes' last answers are called: by what they were asked with, which their next ones may not be.
  func answerNames(ofLanes lanes: [Int]) -> [String] {
    guard !hidesNames, conversation.lanes.indices.contains(where: wasAskedOtherwise) else {
      return lanes.map { laneName($0) }
    }
    let labels = Preset.laneLabels(
      of: conversation.lanes.indices.map { lane in
        ownReply(ofLane: lane)?.preset ?? effectivePreset(of: conversation.lanes[lane])
      }
    )
    return lanes.map { "\($0 + 1) \(labels[$0].text)" }
  }

  /// What the next message follows in each lane, in words.
  package var followingWords: String {
    guard let kept = conversation.keptLane else { return "each from its own" }
    return hidesNames ? "all from one" : "all from \(kept + 1)"
  }

  /// What else tells a lane apart, where that may be known: the parameters and the model that others have otherwise.
  package func laneDetails(_ lane: Int) -> [String] {
    let labels = conversation.labels
    return hidesNames || !labels.indices.contains(lane) ? [] : labels[lane].details
  }

  /// Hides whose answers are whose until a vote, or shows it again.
  mutating func toggleBlindMode() {
    guard conversation.hasLanes else {
      status = Self.onlyLane
      return
    }
    guard conversation.blind == nil else {
      conversation.endBlindMode()
      status = StatusMessage("names are shown", role: .success)
      return
    }
    closeRuler()
    conversation.hide(using: &random)
    if focus == .sidebar { focus = .prompt }
    sidebar.edit = nil
    let key = keyMap.notation(for: .vote) ?? "/vote"
    status = StatusMessage("names are hidden until you vote (\(key))", role: .success)
  }

  /// Hides the names once more where a vote has shown them.
  mutating func hideNamesAgain() {
    if conversation.hasLanes, conversation.blind?.isHidden == false {
      closeRuler()
      conversation.hide(using: &random)
    }
  }

  /// Why a command that would name presets does nothing at the moment.
  var blindObstacle: String {
    let vote = keyMap.notation(for: .vote) ?? "/vote"
    let blind = keyMap.notation(for: .toggleBlindMode) ?? "/blind"
    return "that would show whose answers these are: \(vote) votes, \(blind) ends blind mode"
  }

  /// Takes the names of presets, models and endpoints out of the status line while they are hidden.
  mutating func hideNamesInStatus() {
    guard hidesNames, let shown = status else { return }
    var names: Set<String> = []
    for lane in conversation.lanes {
      names.formUnion([lane.preset.name, lane.preset.model, lane.preset.endpoint.name])
      names.formUnion(
        lane.cell.settings.compactMap { try? SweepAxis($0.name, [$0.value]).description }
      )
    }
    names.remove("")
    let longestFirst = names.sorted { ($1.count, $0) < ($0.count, $1) }
    status?.text = longestFirst.reduce(shown.text) {
      $0.replacingWord($1, with: "\u{2022}\u{2022}\u{2022}")
    }
  }
}

extension CommandID {
  /// Whether it would tell which preset a lane is.
  var namesPresets: Bool {
    switch self {
    case .presetPicker, .toggleLanes, .turnFigures, .toggleInspector, .timeRuler, .saveRecording,
      .laneParameters,
      .showDetails,
      .showTree,
      .retryWithPreset, .previousSibling, .nextSibling, .judge, .merge, .searchMessages,
      .listConversations, .addLane,
      .joinConversation,
      .showVotes,
      .exportListed, .showTally:
      true
    default: CommandTable.command(self)?.context == .sidebar
    }
  }
}

extension SlashCommand {
  /// Whether it would tell which preset a lane is, or change that.
  var namesPresets: Bool {
    switch self {
    case .preset, .model, .lanes, .sweep, .set, .presets, .export: true
    // Whoever is named judges; the list of presets to choose from would tell which is in use.
    case .judge: false
    default: command?.namesPresets ?? false
    }
  }
}

extension String {
  /// The text with every place where a name stands by itself replaced.
  fileprivate func replacingWord(_ word: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: word) {
      let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
      let after = range.upperBound == endIndex ? nil : self[range.upperBound]
      let isWhole = [before, after].allSatisfy { !($0?.isLetter ?? false || $0?.isNumber ?? false) }
      result += rest[..<range.lowerBound]
      result += isWhole ? other : word
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
