import Conversation
import Measuring
import Reports

/// What of a comparison goes to standard output, as it comes.
struct CompareOutput {
  enum Form {
    /// Answers as lines of JSON.
    case lines
    /// Answers for people, and the table of figures.
    case text
    /// The table alone, since the answers are kept in a file.
    case table
    /// Nothing: a report follows.
    case nothing
  }

  let form: Form
  var progress: CompareProgress

  /// - Throws: An exit code, once what is wrong is said.
  mutating func show(_ record: AnswerRecord) throws {
    switch form {
    case .lines:
      progress.clear()
      do throws(StandardOutput.Closed) {
        try StandardOutput.write(record.printableLine)
      } catch {
        throw error.report().code
      }
    case .text:
      progress.clear()
      try StandardOutput.write(shown: Self.text(of: record))
    case .table, .nothing: break
    }
  }

  /// The figures of all, at the end.
  mutating func finish(_ score: CompareScore, mode: String) throws {
    progress.clear()
    switch form {
    case .lines, .nothing: return
    case .text, .table: break
    }
    let table = ComparisonTable(score.compared)
    try StandardOutput.say(TextTable(rows: [table.header] + table.rows).text)
    for note in table.notes + ["asked \(mode)"] { try StandardOutput.say(note) }
  }

  private static func text(of record: AnswerRecord) -> String {
    let facts = [
      record.lane, record.promptID.map { "prompt \($0)" } ?? "",
      record.run > 1 ? "run \(record.run)" : "", record.facts,
    ]
    let heading = facts.filter { !$0.isEmpty }.joined(separator: " \u{B7} ")
    let body = record.content.hasSuffix("\n") ? record.content : record.content + "\n"
    let problem =
      record.problem.map { "weir: \($0)\n" }
      ?? (record.isIncomplete ? "weir: the answer is incomplete\n" : "")
    return "## \(heading)\n\n\(record.content.isEmpty ? "" : body)\(problem)\n"
  }
}
