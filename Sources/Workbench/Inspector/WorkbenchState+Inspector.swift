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
    closeRuler()
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

  /// Brings the inspector up to date, at most four times a second while text streams; costs nothing without one.
  mutating func refreshInspector() {
    guard var inspector = conversation.inspector else { return }
    guard !hidesNames, let id = inspectedReply, let reply = tree[id].reply else {
      conversation.inspector = nil
      return
    }
    let (columns, width, height) = (gapStripColumns, tokensTextColumns, tokensTextRows)
    // Held twice, it would be copied by what it takes in.
    conversation.inspector = nil
    if inspector.tokens.fit(width: width, height: height) { inspector.taken = nil }
    if inspector.reply != id || inspector.isDue(for: reply, at: now) {
      inspector.take(tree[id], reply, now: now)
    }
    if inspector.gaps.columns != columns { inspector.gaps.fit(toColumns: columns, reply.marks) }
    conversation.inspector = inspector
    refreshRawPage()
  }

  /// Gives a key to the inspector; `nil` where it has its usual meaning.
  mutating func takeInInspector(_ key: Key) -> [Effect]? {
    guard let inspector = conversation.inspector, focus == .conversation,
      let command = keyMap.command(for: key, in: .inspector)
    else { return nil }
    let isOfFrames = command == .inspectorCopy || command == .inspectorHeads
    return isOfFrames && inspector.page != .raw ? nil : perform(command)
  }

  mutating func performInInspector(_ command: CommandID) -> [Effect] {
    guard let inspector = conversation.inspector else { return [] }
    switch command {
    case .inspectorNextPage: conversation.inspector?.turn(by: 1)
    case .inspectorPreviousPage: conversation.inspector?.turn(by: -1)
    case .inspectorClose: closeInspector()
    default:
      switch inspector.page {
      case .time: performOnTimePage(command)
      case .gaps: performOnGapsPage(command)
      case .tokens: return performOnTokensPage(command)
      case .raw: return performOnRawPage(command)
      }
    }
    return []
  }

  private mutating func performOnTimePage(_ command: CommandID) {
    let height = inspectorBody?.rows ?? 1
    let step =
      switch command {
      case .inspectorDown: 1
      case .inspectorUp: -1
      case .inspectorPageDown: height
      case .inspectorPageUp: -height
      case .inspectorStart: -TimePage.mostLines
      case .inspectorEnd: TimePage.mostLines
      default: 0
      }
    conversation.inspector?.time.scroll(by: step, height: height)
  }
}
