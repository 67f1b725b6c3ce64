import ArgumentParser
import Conversation
import Glibc

/// `weir sessions rm`: removes conversations for good, after it has shown which.
struct SessionsRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rm",
    abstract: "Remove conversations for good; shows them and asks first.",
    discussion: """
      Where standard input is no terminal nothing is removed without --yes. Pinned conversations are removed only \
      when they are named.
      """
  )

  @Argument(help: "Numbers or ids of conversations.")
  var conversations: [SessionName] = []

  @OptionGroup var selection: SessionsFilter

  @Flag(help: "Not conversations, but the messages that were pruned from them.")
  var pruned = false

  @Flag(name: .shortAndLong, help: "Do not ask.")
  var yes = false

  func validate() throws {
    if pruned, selection.isSet {
      throw ValidationError("--pruned goes with named conversations, or alone for all.")
    }
    if !pruned, conversations.isEmpty, !selection.isSet {
      throw ValidationError(
        "Name conversations by their numbers, or choose them with --older-than, --tag or --preset."
      )
    }
    if !conversations.isEmpty, selection.isSet {
      throw ValidationError("Conversations are named or chosen by conditions, not both.")
    }
  }

  func run() throws {
    let sessions = SessionsArchive()
    if pruned { return try removePruned(from: sessions) }
    let chosen = try choose(from: sessions)
    guard !chosen.isEmpty else { return try StandardOutput.say("no conversations to remove") }
    try show(chosen)
    let what = chosen.count == 1 ? "this conversation" : "these \(chosen.count) conversations"
    guard try confirm("remove \(what) for good?") else { return }
    let count = try sessions.answer(.remove(chosen.map(\.id)))
    try StandardOutput.say("removed \(count)")
  }

  /// What is not shown is not removed.
  private func show(_ chosen: [Choice]) throws {
    do {
      try StandardOutput.say(TextTable(rows: chosen.map(\.cells)).text)
    } catch {
      StandardError.write("weir: nothing was removed: what would be could not be shown")
      throw ExitStatus.failure.code
    }
  }

  private struct Choice {
    let id: ConversationID
    let cells: [String]
  }

  private func choose(from sessions: SessionsArchive) throws -> [Choice] {
    guard conversations.isEmpty else {
      return try conversations.map { name in
        let stored = try sessions.conversation(name)
        let cells = [
          stored.number.map { "\($0)" } ?? "", stored.record.created.localText,
          "\(stored.messages.count) messages", stored.record.title,
        ]
        return Choice(id: stored.record.id, cells: cells)
      }
    }
    var chosen: [Choice] = []
    try sessions.forEachSummary(selection.filter) { summary in
      guard !summary.record.isPinned else { return }
      chosen.append(Choice(id: summary.record.id, cells: summary.cells))
    }
    return chosen
  }

  private func removePruned(from sessions: SessionsArchive) throws {
    let ids = try conversations.map { try sessions.conversation($0).record.id }
    let place = ids.isEmpty ? "all conversations" : "\(ids.count) of the conversations"
    guard try confirm("remove what was pruned from \(place) for good?") else { return }
    let counts =
      ids.isEmpty
      ? [try sessions.answer(.removePruned())]
      : try ids.map { try sessions.answer(.removePruned(of: $0)) }
    try StandardOutput.say("removed \(counts.reduce(0, +)) messages")
  }

  /// Asks on the terminal; without one nothing is removed unless `--yes` says so.
  private func confirm(_ question: String) throws -> Bool {
    if yes { return true }
    guard isatty(STDIN_FILENO) == 1 else {
      StandardError.write("weir: nothing was removed: \(question) --yes says so")
      throw ExitStatus.usage.code
    }
    StandardError.writeText("\(question) [y/N] ")
    let answer = readLine() ?? ""
    if ["y", "yes"].contains(answer.lowercased()) { return true }
    try StandardOutput.say("nothing was removed")
    return false
  }
}
