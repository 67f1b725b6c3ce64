import Archive
import Conversation
import Reports

/// What became of one file that was imported.
struct ImportOutcome {
  var report = ImportReport()
  private var new = 0
  private var extended = 0
  private var known = 0
  private var messages = 0

  mutating func took(_ taken: [Taken]) {
    for conversation in taken {
      messages += conversation.newMessages
      if conversation.isNew {
        new += 1
      } else if conversation.newMessages > 0 {
        extended += 1
      } else {
        known += 1
      }
    }
  }

  mutating func wouldTake(_ conversations: [StoredConversation]) {
    new += conversations.count
    messages += conversations.reduce(0) { $0 + $1.messages.count }
  }

  /// For people: what was taken, and what was not.
  func text(file: String, isDryRun: Bool) -> String {
    let verb = isDryRun ? "would take" : "took"
    var parts = ["\(new) conversations"]
    if extended > 0 { parts.append("what is new in \(extended) others") }
    parts.append("\(messages) messages")
    var lines = ["\(file): \(verb) \(parts.joined(separator: ", "))"]
    if known > 0 { lines.append("  \(known) conversations were there already") }
    lines += report.sentences.map { "  not taken: \($0)" }
    return lines.joined(separator: "\n")
  }

  /// Says on standard error what is wrong with the file.
  func reportProblems(file: String) {
    for problem in report.problems { StandardError.write("weir: \(file): \(problem)") }
    let more = report.problemCount - report.problems.count
    if more > 0 { StandardError.write("weir: \(file): and \(more) more") }
  }

  func json(file: String) -> JSONValue {
    let omissions = report.omissions.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { ($0.key.rawValue, JSONValue.integer($0.value)) }
    return [
      "file": .string(file), "conversations": .integer(new), "extended": .integer(extended),
      "known": .integer(known), "messages": .integer(messages),
      "not_taken": .object(JSONObject(omissions)),
      "problems": .array(report.problems.map(JSONValue.string)),
    ]
  }
}
