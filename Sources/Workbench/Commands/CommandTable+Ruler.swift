extension CommandTable {
  /// What the keys do in the conversation while the time ruler is on screen.
  ///
  /// Digits are speeds here; lanes are gone to with Alt and a digit.
  static let ruler = [
    Command(.rulerPlay, .ruler, "Space", "let the clock run from here, or stop it"),
    Command(.rulerNextDelta, .ruler, ".", "on by a delta of the focused lane"),
    Command(.rulerPreviousDelta, .ruler, ",", "back by a delta of the focused lane"),
    Command(.rulerRealTime, .ruler, "0", "play in real time"),
    Command(.rulerSpeed1, .ruler, "1", "play at 0.1x"),
    Command(.rulerSpeed2, .ruler, "2", "play at 0.5x"),
    Command(.rulerSpeed3, .ruler, "3", "play at 2x"),
    Command(.rulerSpeed4, .ruler, "4", "play at 10x"),
    Command(.rulerSpeed5, .ruler, "5", "play at 100x"),
    Command(.rulerSlower, .ruler, "-", "play slower, down to 0.1x"),
    Command(.rulerFaster, .ruler, "+", "play faster, up to 100x"),
    Command(.rulerBackward, .ruler, "Left <", "back by one cell of the ruler"),
    Command(.rulerForward, .ruler, "Right >", "on by one cell of the ruler"),
    Command(.rulerPreviousEvent, .ruler, "{ Ctrl-Left", "back to a first delta, stall or end"),
    Command(
      .rulerNextEvent,
      .ruler,
      "} Ctrl-Right",
      "on to a first delta, stall or end"
    ),
    Command(.rulerStart, .ruler, "Home", "to the moment when the lanes were asked"),
    Command(.rulerEnd, .ruler, "End", "to the end, and along with what arrives"),
    Command(.rulerCatchUp, .ruler, "c", "catch up: play fast to the end, and go on live there"),
    Command(.rulerClose, .ruler, "Esc", "to the end; there, close the ruler"),
  ]
}
