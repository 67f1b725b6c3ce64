import Conversation

/// A comparison in Markdown: the table of figures, then the answers below each other.
package struct ComparisonMarkdown: Sendable {
  private let report: ComparisonReport

  package init(_ report: ComparisonReport) {
    self.report = report
  }

  /// What stands before the answers.
  package var opening: String {
    let table = ComparisonTable(report.lanes)
    let rows = [table.header, table.header.map { _ in "---" }] + table.rows
    let lines = rows.map { "| " + $0.map(Self.cell).joined(separator: " | ") + " |" }
    let notes = table.notes.map { "\n\($0)\n" }.joined()
    return "# Comparison\n\n\(report.facts)\n\n\(lines.joined(separator: "\n"))\n\(notes)"
  }

  /// One prompt of one run, with its answers.
  package func text(of answers: [AnswerRecord]) -> String {
    guard let first = answers.first else { return "" }
    let about = [first.promptID.map { "Prompt \($0)" } ?? "Prompt", run(of: first)]
    var text = "\n## \(Self.cell(about.compactMap { $0 }.joined(separator: ", ")))\n\n"
    text += Self.fenced(first.prompt)
    for answer in answers {
      text += "\n### \(Self.cell(answer.lane))\n\n"
      let vote = report.vote(on: answer, among: answers)
      let facts = answer.facts(vote)
      if !facts.isEmpty { text += "\(Self.cell(facts))\n\n" }
      if let problem = answer.problem { text += "Failed: \(Self.cell(problem))\n\n" }
      if answer.isIncomplete, !answer.hasFailed { text += "The answer is incomplete.\n\n" }
      if !answer.content.isEmpty { text += Self.fenced(answer.content) }
      if let vote, vote.outcome == .won {
        text += "\nThe judge:\n\n" + vote.reasons.map(Self.fenced).joined(separator: "\n")
      }
    }
    return text
  }

  private func run(of answer: AnswerRecord) -> String? {
    report.runs > 1 ? "run \(answer.run)" : nil
  }

  /// A text that no markup in it can leave.
  private static func fenced(_ text: String) -> String {
    let longest = text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)text\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
  }

  /// One line without markup of its own.
  private static func cell(_ text: String) -> String {
    text.oneLine.reduce(into: "") { cell, character in
      if "\\`*_|[]<>#".contains(character) { cell.append("\\") }
      cell.append(character)
    }
  }
}
