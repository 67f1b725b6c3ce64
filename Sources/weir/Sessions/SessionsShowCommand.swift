import ArgumentParser
import Conversation
import Reports
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
    guard json else { return try StandardOutput.write(shown: text) }
    let lines = text.split(separator: "\n")
    let messages = lines.dropFirst().joined(separator: ",")
    try StandardOutput.say(
      "{\"conversation\":\(lines.first ?? "{}"),\"messages\":[\(messages)]}"
    )
  }
}
