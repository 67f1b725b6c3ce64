import ArgumentParser
import Conversation
import Reports
import Workbench

/// `weir sessions export`: conversations as files.
struct SessionsExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write conversations as Markdown, JSON lines or one HTML page.",
    discussion: """
      Markdown holds one branch of each conversation and can be imported again; jsonl holds everything, \
      for other archives and programs (docs/FORMATS.md); html is one page that prints well. No export \
      holds a key.
      """
  )

  @Argument(help: "Numbers or ids of conversations.")
  var conversations: [SessionName] = []

  @Flag(help: "All conversations, archived ones too.")
  var all = false

  @Option(name: .shortAndLong, help: "markdown, jsonl or html.")
  var format = ExportFormat.markdown

  @Option(
    name: .shortAndLong,
    help: "The file to write, which must not be there yet; without it, standard output.",
    completion: .file()
  )
  var output: String?

  func validate() throws {
    if all, !conversations.isEmpty {
      throw ValidationError("--all and named conversations exclude each other.")
    }
    if !all, conversations.isEmpty {
      throw ValidationError("Name conversations by their numbers, or give --all.")
    }
  }

  func run() throws {
    let sessions = SessionsArchive()
    // Named ones that are not there are found before anything is written.
    let named = try conversations.map { try sessions.conversation($0) }
    let file = try ExportFile(path: output)
    let export = ConversationExport(format: format)
    try file.write(export.opening)
    for conversation in named {
      try file.write(export.text(of: conversation, leaf: conversation.shownLeaf))
    }
    var leftOut = 0
    if all {
      for number in try sessions.answer(.numbers) {
        if let stored = try sessions.readable(number) {
          try file.write(export.text(of: stored, leaf: stored.shownLeaf))
        } else {
          leftOut += 1
        }
      }
    }
    try file.write(export.closing)
    file.finish()
    if leftOut > 0 { throw ExitStatus.failure.code }
  }
}

extension ExportFormat: ExpressibleByArgument {}
