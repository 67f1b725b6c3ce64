import Conversation
import Measuring

extension WorkbenchState {
  /// Whether the lanes are shown as they were at an earlier moment.
  package var isInPast: Bool { conversation.ruler?.past != nil }

  /// The messages as they are shown: at an earlier moment, answers are beginnings of themselves.
  package var shownTree: MessageTree { conversation.ruler?.past ?? tree }

  /// What a lane shows of it; one that was opened since then has no earlier moment.
  func shownTree(ofLane lane: Int) -> MessageTree { isShownInPast(lane) ? shownTree : tree }

  func isShownInPast(_ lane: Int) -> Bool { conversation.lanes[lane].past != nil }

  /// When a reply is looked at that is shown as it was at an earlier moment; `nil` for one that is shown at its end.
  func pastMoment(of reply: MessageID) -> MonotonicTime? {
    guard isInPast, let ruler = conversation.ruler,
      let row = ruler.rows.first(where: { $0.reply == reply }), !row.isWhole(at: ruler.place)
    else { return nil }
    return ruler.moment(of: row)
  }

  /// A lane's own reply as it is shown.
  package func shownReply(ofLane lane: Int) -> Reply? {
    guard isShownInPast(lane), let row = pastRow(ofLane: lane) else {
      return ownReply(ofLane: lane)
    }
    return shownTree[row.reply].reply
  }

  /// The figures of a lane's stream, as they were where the reader stands.
  package func shownFigures(ofLane lane: Int) -> StreamFigures {
    guard let ruler = conversation.ruler, let row = pastRow(ofLane: lane),
      !row.isWhole(at: ruler.place), let reply = shownTree[row.reply].reply
    else { return conversation.lanes[lane].figures }
    return StreamFigures(
      past: reply,
      row.activity,
      deltasPerSecond: row.deltasPerSecond,
      at: ruler.moment(of: row)
    )
  }

  private func pastRow(ofLane lane: Int) -> TimeRuler.Row? {
    isInPast ? conversation.ruler?.row(of: conversation.lanes[lane].id) : nil
  }

  /// Goes back to the end where there are lanes that an earlier moment knows nothing of.
  mutating func leavePastWithNewLanes() {
    if isInPast, conversation.lanes.contains(where: { $0.past == nil }) { leavePast() }
  }

  /// Sets the lanes' views of the end aside; what arrives meanwhile goes into the tree as ever.
  mutating func enterPast(_ ruler: TimeRuler) {
    conversation.search = nil
    conversation.selection = nil
    conversation.ruler?.past = tree
    for index in conversation.lanes.indices {
      let lane = conversation.lanes[index]
      let answer = answer(toTurn: ruler.turn, of: lane)
      conversation.lanes[index].past = LanePast(
        tip: ruler.row(of: lane.id)?.reply ?? answer?.turn ?? lane.tip,
        text: lane.text,
        scroll: lane.scroll,
        endTip: lane.tip,
        followsInSteps: lane.followsInSteps
      )
      // What is looked at again stands as it did while it came.
      conversation.lanes[index].followsInSteps = true
      conversation.lanes[index].scroll = .following
    }
  }

  /// Shows the lanes at their ends again, as they were left.
  mutating func leavePast() {
    conversation.ruler?.place = .end
    conversation.ruler?.playing = nil
    guard isInPast else { return }
    conversation.ruler?.past = nil
    for index in conversation.lanes.indices {
      guard let past = conversation.lanes[index].past else { continue }
      conversation.lanes[index].text = past.text
      let isSame = past.endTip == conversation.lanes[index].tip
      conversation.lanes[index].scroll = isSame ? past.scroll : .following
      if isSame { conversation.lanes[index].followsInSteps = past.followsInSteps }
      conversation.lanes[index].past = nil
    }
    leaveFreezing()
  }

  /// Brings the ruler up to date, and with it what is shown of an earlier moment; costs nothing without a ruler.
  mutating func refreshRuler() {
    guard var ruler = conversation.ruler else { return }
    conversation.ruler = nil
    if let playing = ruler.playing { ruler.place = .at(playing.moment(at: now)) }
    if ruler.past == nil { findRows(of: &ruler) }
    for index in ruler.rows.indices { refresh(&ruler.rows[index], at: ruler.place) }
    if ruler.past != nil {
      for row in ruler.rows { showPast(row, of: &ruler) }
    }
    conversation.ruler = ruler
    if ruler.playing != nil, ruler.moment >= ruler.longest { leavePast() }
  }

  private func findRows(of ruler: inout TimeRuler) {
    if ruler.followsTurns {
      ruler.turn = max(
        ruler.turn,
        tree.path(to: conversation.focusedLane.tip).count { tree[$0].role == .user }
      )
    }
    let known = ruler.rows
    ruler.rows = conversation.lanes.compactMap { lane in
      guard let reply = answer(toTurn: ruler.turn, of: lane)?.reply,
        let started = tree[reply].reply?.started
      else { return nil }
      return known.first { $0.lane == lane.id && $0.reply == reply }
        ?? TimeRuler.Row(lane: lane.id, reply: reply, activity: ReplyActivity(start: started))
    }
  }

  private func refresh(_ row: inout TimeRuler.Row, at place: TimeRuler.Place) {
    guard let reply = tree[row.reply].reply else { return }
    for mark in reply.marks.dropFirst(row.activity.deltaCount) {
      row.activity.record(at: mark.time)
    }
    row.isStreaming = reply.isStreaming
    let end = reply.isStreaming ? now : reply.ended ?? reply.marks.last?.time ?? reply.started
    row.length = max(end.counted(from: reply.started).nanoseconds, row.activity.last ?? 0)
    let moment = place.moment(after: row.activity.start) ?? end
    row.position.move(to: max(moment, reply.started), in: reply.marks)
    row.deltasPerSecond = row.position.deltasPerSecond(in: reply.marks)
  }

  /// Puts what a lane's answer was into the tree that is shown, where that is something else than before.
  private mutating func showPast(_ row: TimeRuler.Row, of ruler: inout TimeRuler) {
    guard let lane = conversation.lanes.firstIndex(where: { $0.id == row.lane }),
      let known = conversation.lanes[lane].past
    else { return }
    let isWhole = row.isWhole(at: ruler.place)
    // Until the first delta, only steps that have no text are made.
    let isSame =
      row.position.deltas > 0 && known.shown.map { $0 == (row.position, isWhole) } == true
    if isSame { return }
    let message = tree[row.reply]
    let past = isWhole ? message : message.past(row.position.beginning, at: ruler.moment(of: row))
    ruler.past?.show(past)
    conversation.lanes[lane].past?.shown = (row.position, isWhole)
    let notes = messageNotes
    conversation.lanes[lane].text.turnBack(past, notes: notes)
  }
}
