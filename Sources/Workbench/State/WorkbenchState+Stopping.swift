import Conversation

extension WorkbenchState {
  /// Stops all lanes, those too that wait, and a judge at work.
  mutating func stopEverything() -> [Effect] {
    guard conversation.isBusy || judging != nil else {
      status = StatusMessage("nothing streams")
      return []
    }
    return stopAll() + stopJudge()
  }

  /// Whether the stop keys find nothing to stop in the focused lane, while others stream or wait.
  package var streamsElsewhere: Bool {
    !conversation.focusedLane.isBusy && conversation.isBusy
  }

  /// That others stream, and the key that stops them; empty where none does.
  func othersStream(after separator: String) -> String {
    guard streamsElsewhere else { return "" }
    let count = conversation.lanes.count(where: \.isBusy)
    let key = keyMap.notation(for: .stopAll) ?? "/stop"
    let words = count == 1 ? "1 other lane streams" : "\(count) other lanes stream"
    return "\(separator)\(words); \(key) stops all"
  }
}
