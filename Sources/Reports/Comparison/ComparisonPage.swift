import Conversation
import Measuring
import Typeset

/// A comparison as a page of HTML: figures, plots, then the answers side by side with what each has otherwise than the first.
///
/// One file without scripts, whose own rules let nothing be loaded from elsewhere. All texts are untrusted and escaped.
package struct ComparisonPage: Sendable {
  /// What a comparison of two answers may cost; less than on a screen, since there may be thousands.
  private static let budget = 400_000

  /// What has less in common is left unmarked: everything would be.
  private static let leastSimilarity = 0.05

  private let report: ComparisonReport

  package init(_ report: ComparisonReport) {
    self.report = report
  }

  /// What stands before the answers.
  package var opening: String {
    PageHead.text(title: "Comparison", style: ComparisonStyle.text) + """
      <header>
      <h1>Comparison</h1>
      <p class="facts">\(HTMLText.escaped(report.facts))</p>
      </header>
      \(table)\(plots)<p class="legend"><label><input type="checkbox" id="marks" checked> mark what an answer has otherwise \
      than the first one: <mark>other words</mark> <span class="gone"></span> words left out <span class="part">≠</span> where \
      they part</label></p>

      """
  }

  package var closing: String { PageHead.closing }

  /// One prompt of one run, with its answers, the first of which is what the others are compared with.
  package func text(of answers: [AnswerRecord], number: Int) -> String {
    guard let first = answers.first else { return "" }
    let about = [
      first.promptID.map { "Prompt \($0)" } ?? "Prompt \(number)",
      report.runs > 1 ? "run \(first.run)" : nil,
    ]
    let heading = HTMLText.escaped(about.compactMap { $0 }.joined(separator: " · ").oneLine)
    let columns = answers.enumerated().map { place, answer in
      column(answer, report.vote(on: answer, among: answers), baseline: place == 0 ? nil : first)
    }
    return """
      <section class="prompt">
      <h2>\(heading)</h2>
      \(PageElement.plain(first.prompt))<div class="lanes">
      \(columns.joined())</div>
      \(reasons(of: answers))</section>

      """
  }

  private func column(
    _ answer: AnswerRecord,
    _ vote: AnswerRecord.Vote?,
    baseline: AnswerRecord?
  ) -> String {
    var text = "<article class=\"lane\">\n<h3>\(HTMLText.escaped(answer.lane.oneLine))</h3>\n"
    let facts = answer.facts(vote)
    if !facts.isEmpty { text += PageElement.line(facts, of: "figures") }
    if let problem = answer.problem { text += PageElement.line(problem, of: "problem") }
    if answer.isIncomplete, !answer.hasFailed {
      text += PageElement.line("the answer is incomplete", of: "problem")
    }
    if !answer.reasoning.isEmpty {
      text += PageElement.folded("Reasoning", of: "reasoning", PageElement.plain(answer.reasoning))
    }
    if let baseline, !baseline.content.isEmpty, !answer.content.isEmpty {
      if baseline.content == answer.content {
        text += PageElement.line("the same as \(baseline.lane)", of: "notice")
      }
      let difference = TextDifference(baseline.content, answer.content, budget: Self.budget)
      guard difference.similarity >= Self.leastSimilarity else {
        text += PageElement.line("has little in common with \(baseline.lane)", of: "notice")
        return text + PageElement.plain(answer.content) + "</article>\n"
      }
      text += "<div class=\"text plain\">\(DifferenceHTML.text(answer.content, difference))</div>\n"
    } else {
      text += PageElement.plain(answer.content)
    }
    return text + "</article>\n"
  }

  /// Why the judge came to its verdict, once for all answers.
  private func reasons(of answers: [AnswerRecord]) -> String {
    let votes = answers.compactMap { report.vote(on: $0, among: answers) }
    guard let vote = votes.first, !vote.reasons.isEmpty else { return "" }
    let texts = vote.reasons.enumerated().map { place, reason in
      PageElement.line(place == 0 ? "In this order:" : "In the reversed order:", of: "notice")
        + PageElement.plain(reason)
    }
    return PageElement.folded(
      "What \(vote.judge) says, by \(vote.rubric)",
      of: "reasons",
      texts.joined()
    )
  }

  private var table: String {
    let table = ComparisonTable(report.lanes)
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\(HTMLText.escaped($0.oneLine))</\(tag)>" }.joined() + "</tr>\n"
    }
    let rows = table.rows.map { row($0, "td") }.joined()
    return
      "<table class=\"sums\">\n<thead>\n\(row(table.header, "th"))</thead>\n<tbody>\n\(rows)</tbody>\n</table>\n"
      + table.notes.map { PageElement.line($0, of: "notice") }.joined()
  }

  private var plots: String {
    let isOfDeltas = report.lanes.contains(where: \.figures.hasDeltaRates)
    return FigurePlot(
      title: "TTFT, ms",
      lanes: report.lanes.map { ($0.label, $0.figures.ttft) }
    ).svg
      + FigurePlot(
        title: isOfDeltas ? "Rate, tokens or deltas (Δ) a second" : "Rate, tokens a second",
        lanes: report.lanes.map { ($0.label, $0.figures.rate) }
      ).svg
  }
}
