import Workbench

extension Hint {
  /// What can be done on the time ruler; keys that belong together share their words.
  static func on(_ ruler: TimeRuler, _ state: WorkbenchState) -> [Hint] {
    let playing: (CommandID, String) = (.rulerPlay, ruler.isPlaying ? "stop" : "play")
    let lanes = state.keyMap.keys(for: .focusLane1).last.flatMap { first in
      state.conversation.hasLanes ? Hint(keys: first.notation, words: "lane 1") : nil
    }
    return naming([playing], state)
      + [
        pair(.rulerPreviousDelta, .rulerNextDelta, " ", "delta", state),
        pair(.rulerRealTime, .rulerSpeed5, "-", "speed", state),
      ].compactMap(\.self)
      + naming(
        state.lag == nil
          ? [(.rulerClose, "leave")] : [(.rulerCatchUp, "catch up"), (.rulerClose, "live")],
        state
      )
      + [
        pair(.rulerBackward, .rulerForward, " ", "seek", state),
        pair(.rulerPreviousEvent, .rulerNextEvent, " ", "event", state), lanes,
      ].compactMap(\.self)
      + naming(
        [(.rulerStart, "start"), (.rulerEnd, "end"), (.focusPrompt, "prompt"), (.help, "help")],
        state
      )
  }

  private static func pair(
    _ one: CommandID,
    _ other: CommandID,
    _ between: String,
    _ words: String,
    _ state: WorkbenchState
  ) -> Hint? {
    guard let one = state.keyMap.firstNotation(for: one),
      let other = state.keyMap.firstNotation(for: other)
    else { return nil }
    return Hint(keys: one + between + other, words: words)
  }
}
