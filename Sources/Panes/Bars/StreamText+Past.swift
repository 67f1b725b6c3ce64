import Conversation
import Measuring
import Typeset
import Workbench

extension StreamText {
  /// What a reply had at a moment: its state then, deltas and rate, as much of it as fits.
  static func past(
    of row: TimeRuler.Row,
    at place: TimeRuler.Place,
    reply: Reply,
    columns: Int
  ) -> String {
    let count = row.position.deltas
    let state =
      row.isWhole(at: place) && !row.isStreaming
      ? self.state(of: reply, figures: StreamFigures())
      : count > 0 ? "\u{25CF} streaming" : "\u{25CB} waiting"
    let counted = count > 0 ? "  \(count) \u{394}" : ""
    let rate = row.deltasPerSecond.map { "  \(FigureText.decimal($0)) \u{394}/s" } ?? ""
    let sign = count > 0 ? String(state.prefix(1)) : state
    let forms = [
      state + counted + rate, sign + counted.dropFirst() + rate, sign + counted.dropFirst(),
    ]
    return forms.first { CellWidth.columns(of: $0) <= columns } ?? String(state.prefix(1))
  }

  /// Where the reader stands who is not at the end, and how far that is behind a stream: the fullest form that fits.
  static func past(of ruler: TimeRuler, lag: WorkbenchState.Lag?, columns: Int) -> String {
    let state =
      ruler.isPlaying
      ? "\u{25B8} playing \(ruler.speed.text)"
      : lag == nil ? "\u{2016} standing" : "\u{2016} frozen"
    let moment = TimeRulerDrawing.seconds(ruler.moment)
    let forms: [String]
    if let lag {
      let behind = TimeRulerDrawing.seconds(lag.nanoseconds)
      let word = lag.deltas == 1 ? "delta" : "deltas"
      forms = [
        "\(state) at \(moment), \(behind) and \(lag.deltas) \(word) behind",
        "\(state), \(behind) and \(lag.deltas) \u{394} behind", "\(state), \(behind) behind",
      ]
    } else {
      forms = ["\(state) at \(moment) of \(TimeRulerDrawing.seconds(ruler.longest))"]
    }
    return forms.first { CellWidth.columns(of: $0) <= columns } ?? state
  }
}
