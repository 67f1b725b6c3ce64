import Conversation
import Measuring

extension WorkbenchState {
  /// Shows the ruler of the turn that keys act on, or takes it away.
  mutating func toggleRuler() {
    guard conversation.ruler == nil else { return closeRuler() }
    guard let turn = turnNumber else {
      status = StatusMessage("nothing was asked yet")
      return
    }
    let tip = conversation.focusedLane.tip
    let last = tree.path(to: tip).count { tree[$0].role == .user }
    openRuler(atTurn: turn, followsTurns: turn == last)
  }

  mutating func openRuler(atTurn turn: Int, followsTurns: Bool) {
    conversation.ruler = TimeRuler(turn: turn, followsTurns: followsTurns)
    focus = .conversation
    refreshRuler()
  }

  /// Shows all lanes at their ends, without the ruler.
  mutating func closeRuler() {
    leavePast()
    conversation.ruler = nil
  }

  /// Gives a key to the ruler; `nil` where it has its usual meaning.
  mutating func takeOnRuler(_ key: Key) -> [Effect]? {
    guard conversation.ruler != nil, focus == .conversation else { return nil }
    if let command = keyMap.command(for: key, in: .ruler) { return perform(command) }
    guard isInPast, let command = keyMap.command(for: key, in: .conversation) else { return nil }
    return Self.worksInPast(command) ? nil : refuseInPast()
  }

  /// Says that something works at the end only.
  mutating func refuseInPast() -> [Effect] {
    // The inspector has an end of its own.
    let command = conversation.inspector == nil ? CommandID.rulerEnd : .rulerCatchUp
    let leave = keyMap.notation(for: command) ?? "the end"
    status = StatusMessage("this is an earlier moment; \(leave) goes to the end first")
    return []
  }

  /// What is about the view, and not about messages that are not whole yet.
  private static func worksInPast(_ command: CommandID) -> Bool {
    switch command {
    case .focusPrompt, .lineDown, .lineUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .viewTop,
      .viewEnd, .foldReasoning, .foldAllReasoning, .wrapCode, .numberCode, .rawMessage:
      true
    default: laneNumber(of: command) != nil
    }
  }

  mutating func performOnRuler(_ command: CommandID) -> [Effect] {
    guard let ruler = conversation.ruler else { return [] }
    if let speed = Self.speed(for: command, after: ruler.chosenSpeed) {
      play(at: speed)
      return []
    }
    let moment = ruler.moment
    let step = max(1, ruler.span / UInt64(max(1, rulerTrack?.columns ?? 100)))
    if command != .rulerPlay { conversation.ruler?.playing = nil }
    switch command {
    case .rulerForward: seek(to: moment + step)
    case .rulerBackward: seek(to: moment > step ? moment - step : 0)
    case .rulerNextDelta: seekDelta(by: 1)
    case .rulerPreviousDelta: seekDelta(by: -1)
    case .rulerNextEvent: seek(to: ruler.events.first { $0 > moment } ?? ruler.longest)
    case .rulerPreviousEvent: seek(to: ruler.events.last { $0 < moment } ?? 0)
    case .rulerStart: seek(to: 0)
    case .rulerEnd: leavePast()
    case .rulerPlay: togglePlaying(ruler)
    case .rulerCatchUp: catchUp()
    case .rulerClose: if isInPast { leavePast() } else { closeRuler() }
    default: break
    }
    return []
  }

  /// Goes to the next delta of the focused lane, or to the one before.
  private mutating func seekDelta(by step: Int) {
    guard let row = conversation.ruler?.row(of: conversation.focusedLane.id),
      let reply = tree[row.reply].reply
    else { return }
    guard let time = row.position.neighbour(by: step, in: reply.marks) else {
      if step > 0, reply.isStreaming {
        status = StatusMessage("nothing has come after this yet")
      } else {
        seek(to: step > 0 ? row.length : 0)
      }
      return
    }
    let moment = time.counted(from: reply.started).nanoseconds
    // The newest delta of a stream is not its end.
    if reply.isStreaming { stand(at: moment) } else { seek(to: moment) }
  }

  /// Shows what the lanes had at a moment; at the end of all, what they have.
  mutating func seek(to moment: UInt64) {
    guard let ruler = conversation.ruler else { return }
    if moment < ruler.longest { stand(at: moment) } else { leavePast() }
  }

  /// Shows what the lanes had at a moment, even at that of what came last.
  private mutating func stand(at moment: UInt64) {
    if !isInPast, let ruler = conversation.ruler { enterPast(ruler) }
    conversation.ruler?.place = .at(moment)
    refreshRuler()
  }
}

extension WorkbenchState {
  /// Where the ruler stands, below the lanes: a rule, a row for each lane that has room, and where there is room for
  /// more, the scale.
  package var rulerArea: Rect? {
    guard let ruler = conversation.ruler else { return nil }
    let area = layout.conversation
    guard area.rows >= 4 else { return nil }
    let rows = max(1, min(ruler.rows.count, area.rows / 3 - 2))
    let all = rows + (area.rows >= 7 ? 2 : 1)
    return Rect(row: area.endRow - all, column: area.column, rows: all, columns: area.columns)
  }

  /// What is left to the lanes.
  package var lanesArea: Rect {
    var area = layout.conversation
    if let ruler = rulerArea { area.rows = ruler.row - area.row }
    if let inspector = inspectorArea, !isConversationCovered {
      area.rows = inspector.row - area.row
    }
    return area
  }

  /// The part of the ruler that stands for time, its rows those of lanes.
  package var rulerTrack: Rect? {
    guard let area = rulerArea else { return nil }
    let hasScale = layout.conversation.rows >= 7
    let names = area.columns >= 80 ? 16 : area.columns >= 50 ? 12 : 4
    let figures = area.columns >= 70 ? 20 : area.columns >= 40 ? 9 : 0
    return Rect(
      row: area.row + 1,
      column: area.column + names,
      rows: area.rows - (hasScale ? 2 : 1),
      columns: max(1, area.columns - names - figures)
    )
  }

  /// The rows of the ruler on screen: all, or those around the focused lane's.
  package var rulerRows: [TimeRuler.Row] {
    guard let ruler = conversation.ruler, let track = rulerTrack else { return [] }
    let focused = conversation.focusedLane.id
    let place = ruler.rows.firstIndex { $0.lane == focused } ?? 0
    let first = max(0, min(place - track.rows / 2, ruler.rows.count - track.rows))
    return Array(ruler.rows[first...].prefix(track.rows))
  }

  /// Takes a press on the ruler, which goes to the moment there.
  mutating func pressOnRuler(_ event: MouseEvent) -> Bool {
    guard let area = rulerArea, area.contains(row: event.row, column: event.column) else {
      return false
    }
    focus = .conversation
    pointerHold = .ruler
    if let track = rulerTrack, track.rows > event.row - track.row, event.row >= track.row {
      let rows = rulerRows
      if rows.indices.contains(event.row - track.row),
        let lane = conversation.lanes.firstIndex(where: {
          $0.id == rows[event.row - track.row].lane
        })
      {
        conversation.focus(lane)
      }
    }
    return dragOnRuler(event)
  }

  /// Takes the pointer along the ruler.
  mutating func dragOnRuler(_ event: MouseEvent) -> Bool {
    guard pointerHold == .ruler else { return false }
    guard let track = rulerTrack, let ruler = conversation.ruler else { return true }
    conversation.ruler?.playing = nil
    let cell = event.column - track.column
    guard cell >= 0 else {
      seek(to: 0)
      return true
    }
    // All that is drawn in the cell has arrived by its end.
    let share = Double(min(cell + 1, track.columns)) / Double(track.columns)
    seek(to: UInt64(Double(ruler.span) * share))
    return true
  }
}
