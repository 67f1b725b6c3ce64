import Conversation
import Measuring

/// A measurement as a page of HTML: figures with their intervals, and plots.
///
/// One file without scripts; all texts are escaped.
package struct BenchPage: Sendable {
  private static let style = """
    .load line, .load polyline { stroke: currentColor; stroke-width: 2; fill: none; }
    .load circle, .load text { fill: currentColor; }
    .load-0 { color: var(--name); } .load-1 { color: var(--word); } .load-2 { color: var(--quoted); }
    .load-3 { color: var(--figure); } .load-4 { color: var(--gone); } .load-5 { color: var(--aside); }

    """

  private let report: BenchReport

  package init(_ report: BenchReport) { self.report = report }

  package var text: String {
    let tables = BenchTables(report)
    let loads = report.results.map { result in
      let heading = HTMLText.escaped(result.load.words.oneLine)
      let rows = Self.table(BenchTables.header, BenchTables.rows(of: result))
      let notes = BenchTables.notes(on: result).map { PageElement.line($0, of: "notice") }
      return "<section>\n<h2>\(heading)</h2>\n"
        + PageElement.line(BenchTables.facts(of: result), of: "figures") + rows + notes.joined()
        + "</section>\n"
    }
    return PageHead.text(title: "Measurement", style: ComparisonStyle.text + Self.style) + """
      <header>
      <h1>Measurement</h1>
      <p class="facts">\(HTMLText.escaped(tables.facts))</p>
      <p class="facts">\(HTMLText.escaped(tables.overhead))</p>
      </header>
      \(incomplete)\(changes)\(LoadPlot(results: report.results).svg)\(plots)\(loads.joined())
      """ + PageHead.closing
  }

  private var incomplete: String {
    report.isComplete
      ? "" : PageElement.line("Not all was measured that was to be.", of: "problem")
  }

  private var plots: String {
    let figures: [(BenchFigure, String)] = [
      (.ttft, "TTFT, ms"), (.gap, "Gaps between deltas, ms"),
      (.timePerToken, "Time for a token after the first (TPOT), ms"), (.endToEnd, "End to end, ms"),
    ]
    return figures.map { figure, title in
      FigurePlot(
        title: title,
        lanes: report.results.map { result in
          ("\(result.load.preset) ×\(result.load.concurrency)", result.distribution(of: figure))
        }
      ).svg
    }.joined()
  }

  private var changes: String {
    guard let comparison = report.comparison else { return "" }
    return "<section>\n<h2>\(HTMLText.escaped(BenchTables.heading(of: comparison)))</h2>\n"
      + Self.table(BenchTables.changeHeader, BenchTables.rows(of: comparison))
      + BenchTables.notes(on: comparison).map { PageElement.line($0, of: "notice") }.joined()
      + "</section>\n"
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    return "<table class=\"sums\">\n<thead>\n\(row(header, "th"))</thead>\n<tbody>\n"
      + rows.map { row($0, "td") }.joined() + "</tbody>\n</table>\n"
  }

  private static func row(_ cells: [String], _ tag: String) -> String {
    "<tr>" + cells.map { "<\(tag)>\(HTMLText.escaped($0.oneLine))</\(tag)>" }.joined() + "</tr>\n"
  }
}
