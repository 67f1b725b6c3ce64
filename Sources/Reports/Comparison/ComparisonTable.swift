import Conversation
import Measuring

/// The figures of all lanes as rows of text, for people.
package struct ComparisonTable: Sendable {
  package let header: [String]
  package let rows: [[String]]
  /// What has to be said of the figures below them.
  package let notes: [String]

  package init(_ lanes: [ComparedLane]) {
    let columns = Self.columns.filter { column in
      column.isAlwaysShown || lanes.contains { column.text($0) != nil }
    }
    header = columns.map(\.name)
    rows = lanes.map { lane in columns.map { $0.text(lane) ?? "\u{2013}" } }
    var notes: [String] = []
    if lanes.contains(where: \.figures.hasDeltaRates) {
      notes.append("\u{394}: deltas a second, since the server does not count tokens")
    }
    if lanes.contains(where: { $0.figures.retried > 0 }) {
      notes.append("the times of answers that took more than one attempt are left out")
    }
    self.notes = notes
  }

  /// One figure of a lane.
  private struct Column: Sendable {
    let name: String
    var isAlwaysShown = false
    let text: @Sendable (ComparedLane) -> String?
  }

  private static var columns: [Column] {
    [
      Column(name: "preset", isAlwaysShown: true) { $0.label },
      Column(name: "answers", isAlwaysShown: true) { String($0.figures.answers) },
      Column(name: "errors", isAlwaysShown: true) { String($0.figures.errors) },
      Column(name: "retried") { $0.figures.retried > 0 ? String($0.figures.retried) : nil },
      Column(name: "TTFT p50", isAlwaysShown: true) { time($0.figures.ttft, 0.5) },
      Column(name: "p95", isAlwaysShown: true) { time($0.figures.ttft, 0.95) },
      Column(name: "total p50", isAlwaysShown: true) { time($0.figures.total, 0.5) },
      Column(name: "rate p50", isAlwaysShown: true) { rate(of: $0.figures) },
      Column(name: "tokens") { $0.figures.counted > 0 ? String($0.figures.tokens) : nil },
      Column(name: "bytes") { $0.figures.length.mean.map { String(Int($0.rounded())) } },
      Column(name: "cost") { $0.figures.cost.map(FigureText.cost) },
      Column(name: "as expected") { lane in
        lane.figures.passRate.map { _ in
          "\(lane.figures.met) of \(lane.figures.met + lane.figures.unmet)"
        }
      },
      Column(name: "win rate") { $0.standing.flatMap(winRate) },
    ]
  }

  private static func time(_ distribution: Distribution, _ fraction: Double) -> String? {
    distribution.percentile(fraction).map(FigureText.milliseconds)
  }

  private static func rate(of figures: LaneFigures) -> String? {
    figures.rate.percentile(0.5).map {
      FigureText.decimal($0) + (figures.hasDeltaRates ? " \u{394}/s" : " tok/s")
    }
  }

  private static func winRate(of standing: Standing) -> String? {
    guard let rate = standing.winRate else { return nil }
    let range = standing.interval
    func percent(_ part: Double) -> String { String(Int((part * 100).rounded())) }
    return "\(percent(rate)) % (\(percent(range.lowerBound))\u{2013}\(percent(range.upperBound))) "
      + "of \(standing.votes)"
  }
}
