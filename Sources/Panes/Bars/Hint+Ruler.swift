import Workbench

extension Hint {
  /// What can be done on the time ruler; keys that belong together share their words.
  static func on(_ ruler: TimeRuler, _ state: WorkbenchState) -> [Hint] {
    let lanes = state.keyMap.keys(for: .focusLane1).last.flatMap { first in
      state.conversation.hasLanes ? Hint(keys: first.notation, words: "lane 1") : nil
    }
    return ofClock(ruler, state)
      + naming([(.rulerClose, state.lag == nil ? "leave" : "live")], state)
      + [
        pair(.rulerBackward, .rulerForward, " ", "seek", state),
        pair(.rulerPreviousEvent, .rulerNextEvent, " ", "event", state), lanes,
      ].compactMap(\.self)
      + naming(
        [(.rulerStart, "start"), (.rulerEnd, "end"), (.focusPrompt, "prompt"), (.help, "help")],
        state
      )
  }

  /// How the clock runs and steps.
  static func ofClock(_ ruler: TimeRuler, _ state: WorkbenchState) -> [Hint] {
    naming([(.rulerPlay, ruler.isPlaying ? "stop" : "play")], state)
      + [
        pair(.rulerPreviousDelta, .rulerNextDelta, " ", "delta", state),
        pair(.rulerRealTime, .rulerSpeed5, "-", "speed", state),
      ].compactMap(\.self) + naming(state.lag == nil ? [] : [(.rulerCatchUp, "catch up")], state)
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
