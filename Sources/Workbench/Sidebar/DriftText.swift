import Conversation
import Measuring

/// A preset's drift in words.
enum DriftText {
  static func lines(_ drift: PresetDrift) -> [String] {
    let all = drift.recent + drift.earlier
    guard drift.ttft != nil || drift.rate != nil else {
      let count = all == 1 ? "1 answer" : "\(all) answers"
      return ["speed     too few whole answers are kept to compare: \(count)"]
    }
    let since = drift.since.map { ", since \($0.textInUTC.prefix(10))" } ?? ""
    let heading =
      "speed     the last \(drift.recent) answers against the \(drift.earlier) before\(since)"
    return [
      heading,
      line("TTFT", drift.ttft) { FigureText.milliseconds($0) },
      line("rate", drift.rate) { "\(FigureText.decimal($0)) tok/s" },
    ]
  }

  private static func line(
    _ name: String,
    _ change: PresetDrift.Change?,
    _ text: (Double) -> String
  ) -> String {
    guard let change else { return "          \(name)  not known" }
    let part = change.part.map { part in
      ", \(part < 0 ? "" : "+")\(FigureText.decimal(part * 100)) %"
    }
    let p = change.test.p < 0.001 ? "< 0.001" : FigureText.decimal(change.test.p, places: 3)
    let verdict = change.isMoreThanNoise ? "more than noise" : "no more than noise"
    return
      "          \(name)  \(text(change.now)), was \(text(change.before))\(part ?? ""): \(verdict) (p \(p))"
  }
}
