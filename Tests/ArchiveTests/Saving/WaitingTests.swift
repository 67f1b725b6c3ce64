import Conversation
import Support
import Testing

@testable import Archive

/// What could not be saved yet stands before whatever is asked for later.
@Suite struct WaitingTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/weir.sqlite" }
  private let first = StoredConversation.plain("T", ["a", "b"])
  private let second = StoredConversation.plain("U", ["a", "b"])

  /// An archive in which changes of the first conversation cannot be saved for now.
  private func stuckArchive() throws -> Archive {
    let archive = Archive(path: path)
    let id = first.record.id.text
    let refuse: ArchiveRequest<Void> = .writing { turn in
      try turn.db.execute(
        sql: """
          CREATE TRIGGER refusal BEFORE INSERT ON conversation WHEN new.id = '\(id)'
          BEGIN SELECT RAISE(ABORT, 'refused'); END
          """
      )
    }
    try archive.now(refuse)
    #expect(throws: ArchiveTrouble.unexpected(path, reason: "refused")) {
      try archive.saveNow([first.changes])
    }
    return archive
  }

  private let relent: ArchiveRequest<Void> = .writing { turn in
    try turn.db.execute(sql: "DROP TRIGGER refusal")
  }

  @Test func isSeenByWhatIsAskedLater() throws {
    let archive = try stuckArchive()
    try archive.now(relent)
    #expect(try archive.now(.load(first.record.id))?.messages == first.messages)
  }

  @Test func goesWithItsConversation() throws {
    let archive = try stuckArchive()
    #expect(try archive.now(.remove([first.record.id])) == 0)
    try archive.now(relent)
    #expect(archive.close() == nil)
    #expect(try archive.now(.list(limit: 5)) == [])
  }

  @Test func isNotEditedBeforeItIsSaved() throws {
    let archive = try stuckArchive()
    #expect(throws: ArchiveTrouble.unexpected(path, reason: "refused")) {
      try archive.now(.edit(first.record.id, .pinned(true)))
    }
    try archive.now(relent)
    #expect(try archive.now(.edit(first.record.id, .pinned(true))))
    try archive.saveNow([])
    #expect(try archive.now(.load(first.record.id))?.record.isPinned == true)
  }

  @Test func holdsUpNoOtherConversation() throws {
    let archive = try stuckArchive()
    let number = try #require(try archive.saveNow([second.changes]).numbers[second.record.id])
    #expect(try archive.now(.load(number: number))?.messages == second.messages)
    #expect(archive.close() == .unexpected(path, reason: "refused"))
    try archive.now(relent)
    #expect(try archive.saveNow([]).numbers.keys.map(\.self) == [first.record.id])
  }
}
