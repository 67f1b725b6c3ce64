import Archive
import ArgumentParser
import Conversation
import Glibc
import Reports
import Workbench

/// `weir sessions import`: takes conversations in from files of weir's and of other programs.
struct SessionsImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take conversations in from files; nothing is taken twice.",
    discussion: """
      Reads weir's own jsonl and Markdown, Markdown with a heading for each who speaks, ChatGPT's \
      conversations.json (unpacked), and the logs.db of llm. What cannot be taken is counted and named. \
      A - reads standard input.
      """
  )

  @Argument(help: "The files; - is standard input.", completion: .file())
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
        if !json { outcome.reportProblems(file: file) }
        if outcome.report.problemCount > 0 { status = .failure }
        let text =
          json ? outcome.json(file: file).printableText : outcome.text(file: file, isDryRun: dryRun)
        // The other files are taken even where nobody reads what became of this one.
        do { try StandardOutput.say(text) } catch let code as ExitCode {
          if !code.isSuccess { status = .failure }
        }
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
    let source = try ImportSource(file)
    var outcome = ImportOutcome()
    var pending: [StoredConversation] = []
    func flush() throws {
      guard !pending.isEmpty else { return }
      defer { pending = [] }
      if dryRun { return outcome.wouldTake(pending) }
      outcome.took(try sessions.answer(.take(pending)))
    }
    let taking: ConversationImport.Taking = { imported in
      pending.append(imported.shown)
      // A write for each of thousands of conversations would wait for the disk thousands of times.
      if pending.count >= 50 { try flush() }
    }
    outcome.report =
      LLMLogDatabase.isDatabase(source.descriptor)
      ? try LLMLogDatabase(path: file).read(taking)
      : try ConversationImport.read(descriptor: source.descriptor, named: source.name, take: taking)
    try flush()
    return outcome
  }
}

extension ImportedConversation {
  /// The conversation, which shows the path that was looked at last where its file says that.
  fileprivate var shown: StoredConversation {
    guard let leaf else { return conversation }
    return conversation.showing(leaf)
  }
}
