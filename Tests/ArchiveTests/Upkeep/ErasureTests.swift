import Conversation
import GRDB
import Testing

@testable import Archive

/// What is removed goes from the index and the log in steps, between which others write.
@Suite struct ErasureTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/weir.sqlite" }

  private let gone = StoredConversation.plain("Gone", ["zconfidential"])

  /// Many words that stay, so that the index takes several steps to merge.
  private var large: StoredConversation {
    StoredConversation.plain(
      "L",
      (0..<400).map { message in
        (0..<250).map { word in
          // Words that begin alike would be kept as what they differ in.
          let number = UInt64(message * 250 + word) &* 0x9E37_79B9_7F4A_7C15
          return String(number, radix: 36) + "stays"
        }
        .joined(separator: " ")
      }
    )
  }

  private var holdsWords: Bool {
    [path, path + "-wal"].contains { file in
      File(file).bytes.firstRange(of: Array("onfidential".utf8)) != nil
    }
  }

  private func fill() throws {
    let archive = Archive(path: path)
    for message in 0..<4 { try archive.saveNow([part(message)]) }
    try archive.saveNow([gone.changes])
    archive.close()
  }

  /// A hundred messages: each transaction is a part of the index.
  private func part(_ number: Int) -> ConversationChanges {
    var changes = ConversationChanges(id: large.record.id, moment: .init(milliseconds: 1))
    if number == 0 { changes.record = large.record }
    changes.messages = large.messages[(number * 100)..<(number * 100 + 100)].map { .added($0) }
    return changes
  }

  @Test func othersWriteBetweenTheSteps() throws {
    try fill()
    let core = ArchiveCore(path: path)
    let other = Archive(path: path)
    #expect(try core.carryOut(.remove([gone.record.id])).get() == 1)
    var steps = 0
    while core.erase() == .more {
      let talk = StoredConversation.plain("\(steps)", ["a"])
      try other.saveNow([talk.changes])
      steps += 1
    }
    #expect(steps > 2)
    other.close()
    #expect(core.close() == nil)
    #expect(!holdsWords)
    #expect(try Archive(path: path).now(.soundness) == ["ok"])
  }

  @Test func theNextRunGoesOnWithIt() throws {
    try fill()
    let core = ArchiveCore(path: path)
    #expect(try core.carryOut(.remove([gone.record.id])).get() == 1)
    #expect(core.erase() == .more)
    #expect(core.close() == nil)
    #expect(holdsWords)
    let archive = Archive(path: path)
    try archive.now(.keep(SavedPrompt(name: "p", text: "p", updated: .init(milliseconds: 0))))
    archive.close()
    #expect(!holdsWords)
  }

  @Test func whatAReaderHindersIsTriedAgain() throws {
    let archive = Archive(path: path)
    let talk = StoredConversation.plain("T", ["confidential"])
    try archive.saveNow([talk.changes])
    let core = ArchiveCore(path: path)
    let reader = try DatabaseQueue(path: path)
    try reader.read { db in
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM message")
      let removed = try core.carryOut(.remove([talk.record.id])).get()
      #expect([count, removed] == [1, 1])
      var outcome = Erasure.Outcome.more
      while outcome == .more { outcome = core.erase() }
      #expect(outcome == .hindered)
    }
    #expect(holdsWords)
    #expect(core.erase() == .done)
    #expect(!holdsWords)
    try reader.close()
  }

  @Test func nothingIsDoneWhereNothingWasRemoved() throws {
    let core = ArchiveCore(path: path)
    _ = core.save([part(0)])
    #expect(!core.beginsErasing())
    #expect(core.erase() == .done)
  }
}
