import Conversation
import Measuring

extension WorkbenchState {
  /// Shows how the reply that keys act on arrives, or takes that away.
  mutating func toggleInspector() {
    guard conversation.inspector == nil else { return closeInspector() }
    guard inspectedReply != nil else {
      status = StatusMessage("there is no reply here yet")
      return
    }
    conversation.inspector = Inspector()
    focus = .conversation
    refreshInspector()
  }

  mutating func closeInspector() { conversation.inspector = nil }

  /// The reply that keys act on: the current message, or the answer to it; else the newest one in the focused lane.
  package var inspectedReply: MessageID? {
    let lane = conversation.focusedLane
    guard let current = lane.current else { return nil }
    if tree[current].isReply { return current }
    let path = tree.path(to: lane.tip)
    return path.first { tree[$0].isReply && tree[$0].parent == current }
      ?? path.last { tree[$0].isReply }
  }

  /// Brings the inspector up to date; costs nothing without one.
  mutating func refreshInspector() {
    refreshInspectedFigures()
    refreshRawPage()
  }

  /// Takes the figures, at most four times a second while text streams.
  private mutating func refreshInspectedFigures() {
    guard var inspector = conversation.inspector else { return }
    guard !hidesNames, let id = inspectedReply, let reply = shownTree[id].reply else {
      conversation.inspector = nil
      return
    }
    let (columns, width, height) = (gapStripColumns, tokensTextColumns, tokensTextRows)
    // Held twice, it would be copied by what it takes in.
    conversation.inspector = nil
    if inspector.tokens.fit(width: width, height: height) { inspector.taken = nil }
    let past = pastMoment(of: id)
    let moves = conversation.ruler?.isPlaying == true
    if inspector.reply != id || inspector.isDue(for: reply, of: past, moves: moves, at: now) {
      inspector.take(shownTree[id], reply, of: past, now: now)
      screenChange = .everything
    }
    if inspector.gaps.columns != columns { inspector.gaps.fit(toColumns: columns, reply.marks) }
    conversation.inspector = inspector
  }

  /// Gives a key to the inspector; `nil` where it has its usual meaning.
  mutating func takeInInspector(_ key: Key) -> [Effect]? {
    guard let inspector = conversation.inspector, focus == .conversation,
      let command = keyMap.command(for: key, in: .inspector)
    else { return nil }
    guard command.works(on: inspector.page) else { return nil }
    if isInPast, command == .inspectorBranch { return refuseInPast() }
    return perform(command)
  }

  mutating func performInInspector(_ command: CommandID) -> [Effect] {
    // A key may follow the one that turned the page before a frame was drawn.
    refreshInspector()
    guard let inspector = conversation.inspector else { return [] }
    switch command {
    case .inspectorNextPage: conversation.inspector?.turn(by: 1)
    case .inspectorPreviousPage: conversation.inspector?.turn(by: -1)
    case .inspectorClose where inspector.page == .raw && inspector.raw.search != nil:
      conversation.inspector?.raw.search = nil
    case .inspectorClose: closeInspector()
    default:
      switch inspector.page {
      case .time: return performOnTimePage(command)
      case .gaps: return performOnGapsPage(command)
      case .tokens: return performOnTokensPage(command)
      case .raw: return performOnRawPage(command)
      }
    }
    return []
  }

  private mutating func performOnTimePage(_ command: CommandID) -> [Effect] {
    guard let inspector = conversation.inspector,
      let reply = inspector.reply.flatMap({ shownTree[$0].reply })
    else { return [] }
    if command == .inspectorCopy { return [.copy(inspector.timesAsText(reply), what: "the times")] }
    let body = inspectorBody
    let lines = TimePageLines(inspector, reply, width: (body?.columns ?? 3) - 2).all.count
    let height = body?.rows ?? 1
    let step = command.rows(ofPage: height, all: lines)
    // The last row says how much more there is.
    conversation.inspector?.time.scroll(by: step, height: height - 1, lines: lines)
    return []
  }
}

extension CommandID {
  /// Whether a command of the inspector does something on a page; elsewhere its keys have their usual meanings.
  package func works(on page: Inspector.Page) -> Bool {
    switch self {
    case .inspectorHeads, .inspectorCopyAll, .inspectorFilter, .inspectorFind, .inspectorNextHit,
      .inspectorPreviousHit:
      page == .raw
    case .inspectorCopy: page != .tokens
    case .inspectorSlices: page == .gaps
    default: true
    }
  }
}
