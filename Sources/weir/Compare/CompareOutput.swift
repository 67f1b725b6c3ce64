import Conversation
import Glibc
import Measuring
import Reports
import Typeset

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
  /// Whether the comparison is asked for more than is read here: a file, a page, an exit code.
  var isWantedElsewhere: Bool
  /// The reader has gone away, and nothing more is written.
  private var isClosed = false

  init(form: Form, progress: CompareProgress, isWantedElsewhere: Bool) {
    self.form = form
    self.progress = progress
    self.isWantedElsewhere = isWantedElsewhere
  }

  /// - Throws: An exit code, once what is wrong is said.
  mutating func show(_ record: AnswerRecord) throws {
    if record.figures.isMet != nil { isWantedElsewhere = true }
    switch form {
    case .lines:
      progress.clear()
      try write(record.printableLine)
    case .text:
      progress.clear()
      try write(Self.visible(Self.text(of: record)))
    case .table, .nothing: break
    }
  }

  /// Writes where somebody reads; without a reader a comparison that is wanted for more goes on.
  mutating func write(_ text: String) throws {
    guard !isClosed else { return }
    do throws(StandardOutput.Closed) {
      try StandardOutput.write(text)
    } catch {
      isClosed = true
      guard isWantedElsewhere, error.errorNumber == EPIPE else { throw error.report().code }
    }
  }

  private static func visible(_ text: String) -> String {
    StandardOutput.isTerminal ? Sanitizer.visible(text) : text
  }

  /// The figures of all, at the end.
  mutating func finish(_ score: CompareScore, mode: String) throws {
    progress.clear()
    switch form {
    case .lines, .nothing: return
    case .text, .table: break
    }
    let table = ComparisonTable(score.compared)
    let lines =
      [TextTable(rows: [table.header] + table.rows).text] + table.notes + ["asked \(mode)"]
    for line in lines { try write(Self.visible(line + "\n")) }
  }

  private static func text(of record: AnswerRecord) -> String {
    let facts = [
      record.lane, record.promptID.map { "prompt \($0)" } ?? "",
      record.run > 1 ? "run \(record.run)" : "", record.facts(record.votes?.last),
    ]
    let heading = facts.filter { !$0.isEmpty }.joined(separator: " \u{B7} ")
    let body = record.content.hasSuffix("\n") ? record.content : record.content + "\n"
    let problem =
      record.problem.map { "weir: \($0)\n" }
      ?? (record.isIncomplete ? "weir: the answer is incomplete\n" : "")
    return "## \(heading)\n\n\(record.content.isEmpty ? "" : body)\(problem)\n"
  }
}
