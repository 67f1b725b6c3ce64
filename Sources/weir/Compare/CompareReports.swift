import Conversation
import Glibc
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

  /// Replaces what is at the path, once the new page is whole.
  func writePage(to path: String) throws(UsageProblem) {
    let temporary = PagePlace.temporary(for: path)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.problem(path, errno) }
    var problem: Int32?
    let page = ComparisonPage(report)
    func write(_ text: String) {
      if problem == nil { problem = Self.write(text, to: descriptor) }
    }
    write(page.opening)
    for (number, group) in groups.enumerated() where problem == nil {
      write(page.text(of: answers(of: group), number: number / report.runs + 1))
    }
    write(page.closing)
    if close(descriptor) != 0, problem == nil { problem = errno }
    if problem == nil, rename(temporary, path) != 0 { problem = errno }
    if let problem {
      unlink(temporary)
      throw Self.problem(path, problem)
    }
  }

  private var groups: [Range<Int>] {
    stride(from: 0, to: places.count, by: report.lanes.count).map { $0..<$0 + report.lanes.count }
  }

  private func answers(of group: Range<Int>) -> [AnswerRecord] {
    places[group].compactMap { $0 < 0 ? nil : file.record(at: $0) }
  }

  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  private static func problem(_ path: String, _ reason: Int32) -> UsageProblem {
    UsageProblem("cannot write \(path): \(String(cString: strerror(reason)))")
  }
}
