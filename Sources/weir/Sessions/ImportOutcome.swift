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

  /// Says for people what was taken, and on standard error what was not.
  func say(file: String, isDryRun: Bool) {
    let verb = isDryRun ? "would take" : "took"
    var parts = ["\(new) conversations"]
    if extended > 0 { parts.append("what is new in \(extended) others") }
    parts.append("\(messages) messages")
    print("\(file): \(verb) \(parts.joined(separator: ", "))")
    if known > 0 { print("  \(known) conversations were there already") }
    for sentence in report.sentences { print("  not taken: \(sentence)") }
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
