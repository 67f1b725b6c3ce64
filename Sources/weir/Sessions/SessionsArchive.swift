import Archive
import Conversation
import Glibc
import Settings

/// The archive as commands without a screen use it: what goes wrong is said, and ends the command.
struct SessionsArchive {
  let archive: Archive

  init() {
    // Whoever reads what is printed may go away; what is being taken in or removed then goes on.
    signal(SIGPIPE, SIG_IGN)
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

  /// A conversation among all; `nil` for one that cannot be read, which is said on standard error.
  func readable(_ number: Int64) throws -> StoredConversation? {
    let reason: String
    do throws(ArchiveTrouble) {
      if let stored = try archive.now(.load(number: number)) { return stored }
      reason = "its row cannot be read, or was removed meanwhile"
    } catch {
      guard error.isLocal else { throw failure(error) }
      reason = error.description
    }
    StandardError.write("weir: conversation \(number) is left out: \(reason)")
    return nil
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

extension ArchiveTrouble {
  /// Whether other places of the file may well be readable.
  fileprivate var isLocal: Bool {
    switch self {
    case .corrupt, .inputOutput, .unexpected: true
    case .full, .readOnly, .notAnArchive, .newer, .locked, .cannotOpen, .exists: false
    }
  }
}
