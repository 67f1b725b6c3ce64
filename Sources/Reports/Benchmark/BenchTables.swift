import Conversation
import Measuring

/// A measurement as tables and sentences for people.
package struct BenchTables: Sendable {
  private let report: BenchReport

  package init(_ report: BenchReport) { self.report = report }

  /// The columns of ``rows(of:)``.
  package static let header = [
    "", "mean", "95 %", "p50", "95 %", "p90", "p95", "95 %", "p99", "max",
  ]

  /// A row for each figure of which there is any.
  package static func rows(of result: BenchResult) -> [[String]] {
    BenchFigure.allCases.compactMap { figure in
      guard let summary = result.summaries[figure] else { return nil }
      let intervals = summary.percentileIntervals.map(BenchNumber.text)
      let percentiles = summary.percentiles
      return [
        "\(figure.name), \(figure.unit)", BenchNumber.text(summary.mean),
        BenchNumber.text(summary.meanInterval), BenchNumber.text(percentiles.p50), intervals[0],
        BenchNumber.text(percentiles.p90), BenchNumber.text(percentiles.p95), intervals[2],
        BenchNumber.text(percentiles.p99), BenchNumber.text(percentiles.max),
      ]
    }
  }

  /// How many requests there were, and what they came to a second.
  package static func facts(of result: BenchResult) -> String {
    let tally = result.tally
    func rate(_ rate: BenchRate?, _ unit: String) -> String? {
      rate.map { rate in
        let range = rate.interval.map { " (\(BenchNumber.text($0)))" } ?? ""
        return "\(BenchNumber.text(rate.value)) \(unit)/s\(range)"
      }
    }
    let all = tally.requests == result.planned ? "" : " of \(result.planned)"
    let facts = [
      "\(tally.requests)\(all) requests",
      tally.errors == 1 ? "1 error" : "\(tally.errors) errors",
      tally.incomplete > 0 ? "\(tally.incomplete) of them without an end" : nil,
      tally.repeated > 0 ? "\(tally.repeated) sent again and left out" : nil,
      FigureText.seconds(tally.seconds), rate(tally.requestsPerSecond, "requests"),
      rate(tally.tokensPerSecond, "tokens"),
    ]
    return facts.compactMap { $0 }.joined(separator: ", ")
  }

  /// What has to be said of the figures of a load.
  package static func notes(on result: BenchResult) -> [String] {
    let tally = result.tally
    var notes = tally.problems.map { "\($0.count) × \($0.sentence)" }
    switch result.tokenCount {
    case .server?: notes.append("\(tally.tokens) tokens, as the server counts them")
    case .deltas?: notes.append("\(tally.tokens) deltas, since the server counts no tokens")
    case .both?:
      notes.append("the server did not count the tokens of \(tally.tokensByDeltas) requests")
    case nil: break
    }
    if let cached = tally.cachedTokens, cached > 0 {
      let all = tally.promptTokens.reduce(0) { $0.addingReportingOverflow($1).partialValue }
      notes.append("the server took \(cached) of \(all) prompt tokens from a cache")
    }
    if let mean = tally.meanConcurrency, result.load.concurrency > 1,
      mean < 0.8 * Double(result.load.concurrency)
    {
      notes.append(
        "only \(BenchNumber.text(mean)) requests were under way in the mean: ask more of them"
      )
    }
    if let part = result.processorPart, part > 0.7 {
      notes.append(
        "weir itself took \(Int((part * 100).rounded())) % of a processor, which may show"
      )
    }
    if tally.gapStride > 1 {
      notes.append("one in \(tally.gapStride) gaps is in the percentiles, all are in the mean")
    }
    return notes
  }

  /// How it was measured.
  package var facts: String {
    [report.made.shortText, report.settings.words].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What weir's own part in the times is.
  package var overhead: String {
    guard let delays = report.delays else {
      return "the error of these times was not measured"
    }
    let p50 = BenchNumber.text(delays.percentiles.p50)
    let p99 = BenchNumber.text(delays.percentiles.p99)
    return "a delta is noted \(p50) ms after it was sent (p50; p99 \(p99) ms), "
      + "by \(delays.count) whose moments are known"
  }
}

/// What has changed, for people.
extension BenchTables {
  package static let changeHeader = ["", "", "before", "now", "change", "p", ""]

  package static func rows(of comparison: BenchComparison) -> [[String]] {
    var last: BenchLoad?
    return comparison.changes.map { change in
      defer { last = change.load }
      return [
        change.load == last ? "" : change.load.words,
        "\(change.figure.name), \(change.figure.unit)", BenchNumber.text(change.before),
        BenchNumber.text(change.now), BenchNumber.change(change.part),
        BenchNumber.probability(change.adjustedP),
        change.isMoreThanNoise ? "more than noise" : "noise",
      ]
    }
  }

  package static func notes(on comparison: BenchComparison) -> [String] {
    var notes = comparison.missing.map { "\($0.words): was not measured then" }
    notes += comparison.differences.map { "not measured alike: \($0)" }
    if !comparison.changes.isEmpty {
      notes.append(
        "medians; p by Mann and Whitney, two-sided, raised by Holm for \(comparison.changes.count) comparisons"
      )
    }
    return notes
  }

  /// A heading for them.
  package static func heading(of comparison: BenchComparison) -> String {
    "against \(comparison.earlier.shortText)"
  }
}
