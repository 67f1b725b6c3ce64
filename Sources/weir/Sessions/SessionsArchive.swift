import Archive
import Conversation
import Settings

/// The archive as commands without a screen use it: what goes wrong is said, and ends the command.
struct SessionsArchive {
  let archive: Archive

  init() {
    let paths = SettingsPaths(environment: ProcessEnvironment.variables)
    archive = Archive(path: paths.archiveFile)
  }

  /// What the archive answers; trouble is said on standard error and thrown as an exit code.
  func answer<Value>(_ request: ArchiveRequest<Value>) throws -> Value {
    do throws(ArchiveTrouble) { return try archive.now(request) } catch { throw failure(error) }
  }

  func failure(_ trouble: ArchiveTrouble) -> any Error {
    StandardError.write("weir: \(trouble.description)")
    return ExitStatus.failure.code
  }

  /// The conversation of a name; a name that is none's, or several's, is said and thrown as wrong usage.
  func conversation(_ name: SessionName) throws -> StoredConversation {
    switch name {
    case .number(let number):
      if let stored = try answer(.load(number: number)) { return stored }
    case .id(let id):
      if let stored = try answer(.load(id)) { return stored }
    }
    StandardError.write("weir: there is no conversation \(name.text)")
    throw ExitStatus.usage.code
  }

  /// Calls for all conversations that a filter lets through, in the order of the list, page by page.
  func forEachSummary(
    _ filter: ConversationFilter,
    atMost limit: Int = .max,
    _ body: (ConversationSummary) throws -> Void
  ) throws {
    var last: ConversationSummary?
    var left = limit
    while left > 0 {
      let page = try answer(.list(filter, after: last, limit: min(left, 200)))
      for summary in page { try body(summary) }
      guard let end = page.last else { return }
      last = end
      left -= page.count
    }
  }
}
