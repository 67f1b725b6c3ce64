import Archive
import ArgumentParser
import Conversation
import Glibc
import Reports

/// `weir sessions import`: takes conversations in from files of weir's and of other programs.
struct SessionsImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take conversations in from files; nothing is taken twice.",
    discussion: """
      Reads weir's own jsonl and Markdown, Markdown with a heading for each who speaks, ChatGPT's \
      conversations.json (unpacked), and the logs.db of llm. What cannot be taken is counted and named.
      """
  )

  @Argument(help: "The files.", completion: .file())
  var files: [String]

  @Flag(help: "Say what would be taken, and take nothing.")
  var dryRun = false

  @Flag(help: "Print one JSON object a file.")
  var json = false

  func run() throws {
    let sessions = SessionsArchive()
    var status = ExitStatus.success
    for file in files {
      do {
        let outcome = try take(file, into: sessions)
        if json {
          print(outcome.json(file: file).text)
        } else {
          outcome.say(file: file, isDryRun: dryRun)
        }
        if outcome.report.problemCount > 0 { status = .failure }
      } catch let error as ImportError {
        StandardError.write("weir: \(error.description)")
        status = .failure
      } catch let trouble as ForeignTrouble {
        StandardError.write("weir: \(trouble.description)")
        status = .failure
      }
    }
    if status != .success { throw status.code }
  }

  private func take(_ file: String, into sessions: SessionsArchive) throws -> ImportOutcome {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ImportError.unreadable(file, errno) }
    defer { close(descriptor) }
    var outcome = ImportOutcome()
    var pending: [StoredConversation] = []
    func flush() throws {
      guard !pending.isEmpty else { return }
      defer { pending = [] }
      if dryRun { return outcome.wouldTake(pending) }
      outcome.took(try sessions.answer(.take(pending)))
    }
    let taking: ConversationImport.Taking = { imported in
      pending.append(imported.conversation)
      // A write for each of thousands of conversations would wait for the disk thousands of times.
      if pending.count >= 50 { try flush() }
    }
    outcome.report =
      LLMLogDatabase.isDatabase(descriptor)
      ? try LLMLogDatabase(path: file).read(taking)
      : try ConversationImport.read(descriptor: descriptor, named: file, take: taking)
    try flush()
    return outcome
  }
}
