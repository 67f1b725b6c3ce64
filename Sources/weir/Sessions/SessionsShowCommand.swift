import ArgumentParser
import Conversation
import Reports
import Typeset
import Workbench

/// `weir sessions show`: one conversation on standard output.
struct SessionsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print one conversation as Markdown."
  )

  @Argument(help: "The conversation's number or id.")
  var conversation: SessionName

  @Flag(help: "Print one JSON object: the conversation, and all its messages.")
  var json = false

  func run() throws {
    let stored = try SessionsArchive().conversation(conversation)
    let text =
      json
      ? ConversationExport(format: .jsonl).text(of: stored)
      : ConversationExport.transcript(of: stored, leaf: stored.shownLeaf)
    do throws(StandardOutput.Closed) {
      if json {
        let lines = text.split(separator: "\n")
        let messages = lines.dropFirst().joined(separator: ",")
        try StandardOutput.write(
          "{\"conversation\":\(lines.first ?? "{}"),\"messages\":[\(messages)]}\n"
        )
      } else {
        try StandardOutput.write(StandardOutput.isTerminal ? Sanitizer.visible(text) : text)
      }
    } catch {
      let status = error.report()
      if status != .success { throw status.code }
    }
  }
}
