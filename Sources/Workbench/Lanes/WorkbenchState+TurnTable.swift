import Conversation
import Measuring

extension WorkbenchState {
  /// Shows the figures of the turn that keys act on in the focused lane.
  mutating func openTurnTable() {
    guard !answersOfTurn.isEmpty else {
      status = StatusMessage("nothing was answered yet")
      return
    }
    overlay = .figures(TurnTable())
    refreshTurnTable()
  }

  /// Brings the table that is open up to date.
  mutating func refreshTurnTable() {
    guard case .figures(var table) = overlay else { return }
    let answers = answersOfTurn
    table.turn = turnNumber ?? 0
    let votes = votesOfTurn
    let labels = labels(of: answers)
    table.show(
      zip(answers, labels).map { answer, label in
        var row = row(of: answer.reply, lane: answer.lane)
        row.label = label
        row.texts[.name] = label.text
        row.texts[.vote] = verdictWords(on: answer.reply, among: votes)
        return row
      }
    )
    let modes = Set(answers.compactMap { tree[$0.reply].reply?.asked?.words })
    table.mode = modes.sorted().joined(separator: "; ")
    overlay = .figures(table)
  }

  /// Gives a key to the table.
  mutating func takeInTurnTable(_ key: Key, _ table: TurnTable) -> [Effect] {
    var table = table
    switch keyMap.command(for: key, in: .figures) {
    case .figuresNextColumn: table.sort(by: 1)
    case .figuresPreviousColumn: table.sort(by: -1)
    case .figuresReverse: table.reverse()
    case .figuresDown: table.move(by: 1)
    case .figuresUp: table.move(by: -1)
    case .figuresCopy: return [.copy(table.tabSeparated, what: "the figures")]
    default:
      switch keyMap.command(for: key, in: .overlay) {
      case .listDown: table.move(by: 1)
      case .listUp: table.move(by: -1)
      case .listAccept:
        overlay = nil
        if table.rows.indices.contains(table.cursor) { goTo(table.rows[table.cursor]) }
        return []
      case .overlayClose:
        overlay = nil
        return []
      default:
        if keyMap.command(for: key, in: .everywhere) == .turnFigures { overlay = nil }
        return []
      }
    }
    overlay = .figures(table)
    return []
  }

  private mutating func goTo(_ row: TurnTable.Row) {
    if let lane = row.lane, conversation.lanes.indices.contains(lane) { conversation.focus(lane) }
    if goTo(row.reply) { focus = .conversation }
  }

  /// Which turn keys act on in the focused lane, from 1; `nil` where nothing was said.
  var turnNumber: Int? {
    let lane = conversation.focusedLane
    guard let turn = lane.current.flatMap({ tree.turn(of: $0) }) else { return nil }
    return tree.path(to: turn).count { tree[$0].role == .user }
  }

  /// What the user said in a turn on a lane's path, and the lane's answer to it, where there is one.
  func answer(toTurn number: Int, of lane: Lane) -> (turn: MessageID, reply: MessageID?)? {
    let path = tree.path(to: lane.tip)
    let turns = path.indices.filter { tree[path[$0]].role == .user }
    guard let place = turns.dropFirst(number - 1).first else { return nil }
    return (path[place], path[place...].dropFirst().first { tree[$0].isReply })
  }

  /// The answers to the turn: each lane's at that place of its path, then those that no lane shows.
  var answersOfTurn: [(reply: MessageID, lane: Int?)] {
    guard let number = turnNumber else { return [] }
    var answers: [(reply: MessageID, lane: Int?)] = []
    var turns: [MessageID] = []
    for (index, lane) in conversation.lanes.enumerated() {
      guard let (turn, reply) = answer(toTurn: number, of: lane) else { continue }
      if !turns.contains(turn) { turns.append(turn) }
      if let reply, !answers.contains(where: { $0.reply == reply }) {
        answers.append((reply, index))
      }
    }
    let shown = Set(answers.map(\.reply))
    let others = turns.flatMap { tree.children(of: $0) }.filter {
      tree[$0].isReply && !shown.contains($0)
    }
    return answers + others.map { ($0, nil) }
  }

  /// The labels of the lanes that would ask the same again; of others by what they were asked with.
  private func labels(of answers: [(reply: MessageID, lane: Int?)]) -> [LaneLabel] {
    let asked = answers.map { tree[$0.reply].reply?.preset ?? conversation.focusedLane.preset }
    let own = Preset.laneLabels(of: asked)
    return answers.indices.map { place in
      guard conversation.hasLanes, let lane = answers[place].lane,
        conversation.labels.indices.contains(lane)
      else { return own[place] }
      let preset = effectivePreset(of: conversation.lanes[lane])
      let isSame =
        preset.name == asked[place].name && preset.model == asked[place].model
        && preset.parameters == asked[place].parameters && preset.extra == asked[place].extra
      return isSame ? conversation.labels[lane] : own[place]
    }
  }

  private func row(of id: MessageID, lane: Int?) -> TurnTable.Row {
    var row = TurnTable.Row(reply: id, lane: lane)
    guard let reply = tree[id].reply else { return row }
    row.isStreaming = reply.isStreaming
    row.texts[.ending] = reply.endingWords
    func note(_ column: TurnTable.Column, _ number: Double?, _ text: (Double) -> String) {
      row.numbers[column] = number
      row.texts[column] = number.map(text)
    }
    note(.lane, lane.map { Double($0 + 1) }) { String(Int($0)) }
    let timing = ReplyTiming(of: reply, now: now)
    note(.firstDelta, timing.timeToFirstDelta.map { $0 * 1_000 }, FigureText.milliseconds)
    note(
      .total,
      reply.isStreaming || reply.ended != nil ? timing.elapsed * 1_000 : nil,
      FigureText.milliseconds
    )
    let tokens = reply.usage?.completionTokens ?? reply.serverTimings?.predictedTokens
    if let tokens {
      note(.tokens, Double(tokens)) { String(Int($0)) }
      note(.rate, timing.tokensPerSecond) { "\(FigureText.decimal($0)) tok/s" }
    } else {
      note(.tokens, Double(reply.marks.count)) { "\(Int($0)) \u{394}" }
      note(.rate, timing.deltasPerSecond) { "\(FigureText.decimal($0)) \u{394}/s" }
    }
    note(.length, Double(tree[id].content.utf8.count)) { String(Int($0)) }
    note(.cost, reply.cost, FigureText.cost)
    return row
  }
}

extension Reply {
  /// How it ended, in a word or two.
  fileprivate var endingWords: String {
    switch ending {
    case nil: "streams"
    case .finished(let reason): reason ?? "done"
    case .incomplete: "incomplete"
    case .cancelled, .interrupted: "stopped"
    case .failed(let error): "\(error.kind.rawValue) error"
    }
  }
}
