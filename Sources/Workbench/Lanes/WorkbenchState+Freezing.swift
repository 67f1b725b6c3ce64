import Conversation

extension WorkbenchState {
  /// How far what is shown of a stream is behind what has arrived.
  package struct Lag: Sendable, Hashable {
    package var nanoseconds: UInt64
    package var deltas: Int
  }

  /// The focused lane's, in the past of a turn that streams; `nil` elsewhere.
  package var lag: Lag? {
    guard isInPast, let ruler = conversation.ruler, ruler.isStreaming,
      let row = ruler.row(of: conversation.focusedLane.id)
    else { return nil }
    return Lag(
      nanoseconds: row.length > ruler.moment ? row.length - ruler.moment : 0,
      deltas: row.activity.deltaCount - row.position.deltas
    )
  }

  /// Holds what is shown of the live streams, which go on arriving; or shows them as they are.
  mutating func toggleFreezing() {
    guard !isInPast else { return leavePast() }
    guard conversation.isStreaming, let turn = newestTurn else {
      let key = keyMap.notation(for: .timeRuler) ?? "the time ruler"
      status = StatusMessage("nothing streams here; \(key) shows what was there at any moment")
      return
    }
    if conversation.ruler == nil {
      let pane = focus
      openRuler(atTurn: turn, followsTurns: true)
      conversation.ruler?.returnsTo = pane
    }
    freeze()
  }

  /// Stands still at this moment, where each lane is read.
  private mutating func freeze() {
    refreshRuler()
    guard let ruler = conversation.ruler else { return }
    focus = .conversation
    enterPast(ruler)
    for index in conversation.lanes.indices {
      guard let past = conversation.lanes[index].past else { continue }
      conversation.lanes[index].scroll = past.scroll
    }
    // Lanes that are asked one by one have clocks of their own: the one that streams counts.
    let streaming = ruler.rows.filter(\.isStreaming).map(\.length).max()
    conversation.ruler?.place = .at(streaming ?? ruler.longest)
    refreshRuler()
  }

  /// Which turn the focused lane ends with, from 1; `nil` where nothing was said.
  private var newestTurn: Int? {
    let count = tree.path(to: conversation.focusedLane.tip).count { tree[$0].role == .user }
    return count > 0 ? count : nil
  }

  /// Plays fast enough to be at the end soon, and goes on live there.
  mutating func catchUp() {
    refreshRuler()
    guard isInPast, let ruler = conversation.ruler else {
      status = StatusMessage("this is the end already")
      return
    }
    let behind = ruler.longest > ruler.moment ? ruler.longest - ruler.moment : 0
    let fast = PlaySpeed.catchingUp(nanoseconds: behind)
    play(from: ruler.moment, at: fast.factor > ruler.speed.factor ? fast : ruler.speed)
  }

  /// Takes a ruler away that was only there for freezing.
  mutating func leaveFreezing() {
    guard let pane = conversation.ruler?.returnsTo else { return }
    conversation.ruler = nil
    if focus == .conversation { focus = pane }
  }
}
