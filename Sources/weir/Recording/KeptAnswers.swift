import Archive
import Conversation
import Settings
import Workbench

/// The answers to one turn of a kept conversation, in the order in which they were asked for.
struct KeptAnswers {
  /// One of them, with what was asked.
  struct Answer {
    let message: StoredMessage
    let prompt: String
  }

  let archive: Archive
  let answers: [Answer]

  /// Those to the last turn of the path that was shown last, where no turn is named.
  init(of name: SessionName, turn number: Int?) throws(UsageProblem) {
    archive = Archive(path: SettingsPaths(environment: ProcessEnvironment.variables).archiveFile)
    let stored = try Self.conversation(name, in: archive)
    let tree = MessageTree(stored)
    let leaf = stored.shownLeaf.flatMap { tree.message($0) } ?? tree.newestLeaf
    let turns = tree.path(to: leaf).filter { tree[$0].role == .user }
    let wanted = number ?? turns.count
    guard turns.indices.contains(wanted - 1) else {
      throw UsageProblem("conversation \(name.text) has no turn \(wanted); it has \(turns.count)")
    }
    let turn = turns[wanted - 1]
    answers = tree.children(of: turn).filter { tree[$0].isReply }.map {
      Answer(message: tree.stored($0), prompt: tree[turn].content)
    }
    if answers.isEmpty {
      throw UsageProblem("turn \(wanted) of conversation \(name.text) has no answer")
    }
  }

  private static func conversation(
    _ name: SessionName,
    in archive: Archive
  ) throws(UsageProblem) -> StoredConversation {
    let request: ArchiveRequest<StoredConversation?> =
      switch name {
      case .number(let number): .load(number: number)
      case .id(let id): .load(id)
      }
    let stored: StoredConversation?
    do throws(ArchiveTrouble) { stored = try archive.now(request) } catch {
      throw UsageProblem(error.description)
    }
    guard let stored else { throw UsageProblem("there is no conversation \(name.text)") }
    return stored
  }
}
