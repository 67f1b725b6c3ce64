import Conversation
import Reports

/// Writes the reports of a comparison, one prompt at a time from the file of its answers.
struct CompareReports {
  let report: ComparisonReport
  let file: AnswerFile
  /// Where the lines of the answers begin, in the order of the plan; -1 where there is none.
  let places: [Int]

  func writeMarkdown() throws {
    let markdown = ComparisonMarkdown(report)
    try StandardOutput.write(shown: markdown.opening)
    for group in groups {
      try StandardOutput.write(shown: markdown.text(of: answers(of: group)))
    }
  }

  func writePage(to path: String) throws(UsageProblem) {
    let page = ComparisonPage(report)
    try PagePlace.write(to: path) { write in
      write(page.opening)
      for (number, group) in groups.enumerated() {
        write(page.text(of: answers(of: group), number: number / report.runs + 1))
      }
      write(page.closing)
    }
  }

  private var groups: [Range<Int>] {
    stride(from: 0, to: places.count, by: report.lanes.count).map { $0..<$0 + report.lanes.count }
  }

  private func answers(of group: Range<Int>) -> [AnswerRecord] {
    places[group].compactMap { $0 < 0 ? nil : file.record(at: $0) }
  }
}
