import Conversation

extension WorkbenchState {
  /// Figures repaint at most this often.
  static var figureIntervalMilliseconds: Double { 250 }

  /// Takes what the streams brought; events of a reply that has ended are ignored.
  mutating func take(_ events: [StreamEvent]) -> [Effect] {
    var effects: [Effect] = []
    let wasBusy = conversation.isBusy
    for event in events {
      if case .wire(let log) = event.kind {
        // Titles, warm-ups and judges leave no recording, nor does what comes after the end.
        let isWanted = conversation.lanes.contains { $0.request == event.request }
        if isWanted { recordings.take(log, of: event.request) }
        continue
      }
      if let others = takeTitle(event) ?? takeWarmUp(event) ?? takeJudging(event) {
        effects += others
        continue
      }
      tree.apply(event)
      guard let index = conversation.lanes.firstIndex(where: { $0.request == event.request }) else {
        continue
      }
      switch event.kind {
      case .delta(let delta):
        // The first text is worth a look at once.
        if conversation.lanes[index].meter.deltaCount == 0 { lastFigures = nil }
        conversation.lanes[index].meter.record(contentsOf: delta.marks)
      case .ended(let ending): effects += end(lane: index, with: ending)
      case .phase, .toolCall, .logProbs, .usage, .serverTimings, .prefill, .connection, .model,
        .keepAlive, .wire, .retrying, .notice:
        break
      }
    }
    refreshFiguresWhenDue()
    let isOver = wasBusy && !conversation.isBusy
    return isOver ? effects + notification() : effects
  }

  /// Says that the last stream ended, where that took long and nobody looks; what was stopped by hand is no news.
  private mutating func notification() -> [Effect] {
    defer { answerRun = nil }
    guard let run = answerRun, !run.answers.isEmpty, notifications.means != .off,
      notifications.moment == .always || !hasTerminalFocus,
      now.milliseconds(since: run.began) >= Double(notifications.leastMilliseconds)
    else { return [] }
    let notice = hidesNames ? run.withoutNames.notice(at: now) : run.notice(at: now)
    return [.notify(notice, by: notifications.means)]
  }

  private mutating func end(lane index: Int, with ending: Ending) -> [Effect] {
    conversation.lanes[index].endedByItself = now
    if ending != .cancelled {
      // The lane's own may have been changed since it was asked.
      let asked = conversation.lanes[index].tip.flatMap { tree[$0].reply?.preset }
      let preset = (asked ?? conversation.lanes[index].preset).name
      answerRun?.answers.append(AnswerRun.Answer(preset: preset, ending: ending))
    }
    var effects = learnModels(lane: index)
    switch ending {
    case .finished, .incomplete:
      settle(lane: index, preset: .ready)
      effects += askPresetForTitle(after: index, ending)
      takeQueued(lane: index)
    case .cancelled, .interrupted:
      settle(lane: index, preset: .ready)
      recallQueue(of: index)
    case .failed(let error):
      let isUnreachable = error.kind == .transport && !hasContent(lane: index)
      settle(
        lane: index,
        preset: isUnreachable ? .unreachable("\(error)") : .failed("\(error)")
      )
      notePrefill(lane: index, refusedBy: error)
      recallQueue(of: index)
    }
    goBack(lane: index)
    return effects
  }

  private func hasContent(lane index: Int) -> Bool {
    conversation.lanes[index].tip.map { tree[$0].reply?.firstDelta != nil } ?? false
  }

  mutating func refreshFiguresWhenDue() {
    let isDue = lastFigures.map { now.milliseconds(since: $0) >= Self.figureIntervalMilliseconds }
    if isDue ?? true { refreshFigures() }
  }

  /// Takes the figures of all streams for the screen.
  mutating func refreshFigures() {
    lastFigures = now
    for index in conversation.lanes.indices where conversation.lanes[index].isStreaming {
      guard let tip = conversation.lanes[index].tip, let reply = tree[tip].reply else { continue }
      conversation.lanes[index].refreshFigures(of: reply, now: now)
    }
  }
}
