import Conversation
import Measuring

/// A measurement as comma-separated values (RFC 4180), a row a load, times in milliseconds.
package enum BenchCSV {
  package static func text(_ report: BenchReport) -> String {
    ([header] + report.results.map(row)).map { cells in
      cells.map(quoted).joined(separator: ",") + "\r\n"
    }.joined()
  }

  private static let percentiles = ["p50", "p90", "p95", "p99"]

  private static var header: [String] {
    let counts = [
      "preset", "concurrency", "endpoint", "model", "requests", "errors", "incomplete", "repeated",
      "seconds", "requests_per_second", "tokens_per_second", "tokens", "tokens_counted_by",
    ]
    return counts
      + BenchFigure.allCases.flatMap { figure in
        ["mean"].map { "\(figure.rawValue)_\($0)" }
          + ["mean_low", "mean_high"].map { "\(figure.rawValue)_\($0)" }
          + percentiles.flatMap { name in
            ["", "_low", "_high"].map { "\(figure.rawValue)_\(name)\($0)" }
          }
      }
  }

  private static func row(_ result: BenchResult) -> [String] {
    let tally = result.tally
    let counts: [String] = [
      result.load.preset, String(result.load.concurrency), result.endpoint, result.model,
      String(tally.requests), String(tally.errors), String(tally.incomplete),
      String(tally.repeated), number(tally.seconds), number(tally.requestsPerSecond?.value),
      number(tally.tokensPerSecond?.value), String(tally.tokens),
      result.tokenCount?.rawValue ?? "",
    ]
    return counts + BenchFigure.allCases.flatMap { cells(of: result.summaries[$0]) }
  }

  private static func cells(of summary: FigureSummary?) -> [String] {
    guard let summary else { return Array(repeating: "", count: 3 + 3 * percentiles.count) }
    let values = [
      summary.percentiles.p50, summary.percentiles.p90, summary.percentiles.p95,
      summary.percentiles.p99,
    ]
    let figures = [(summary.mean, summary.meanInterval)] + zip(values, summary.percentileIntervals)
    return figures.flatMap { value, range in
      [number(value), number(range?.lowerBound), number(range?.upperBound)]
    }
  }

  private static func number(_ value: Double?) -> String {
    value.map { String(($0 * 1e6).rounded() / 1e6) } ?? ""
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { "\",\n\r\r\n".contains($0) }) else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
