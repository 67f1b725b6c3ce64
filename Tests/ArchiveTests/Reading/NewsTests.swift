import Conversation
import GRDB
import Testing

@testable import Archive

/// Of a conversation that is known only what was written since is read.
@Suite struct NewsTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/weir.sqlite" }
  private var conversation: StoredConversation {
    var conversation = StoredConversation.plain("T", ["a", "b", "c", "d"])
    conversation.messages[3].reply = .plain(ending: nil)
    return conversation
  }

  /// What was written since a revision, and the revision then.
  private func news(since revision: Int64?, _ archive: Archive) throws -> ([String], Int64?) {
    let request: ArchiveRequest<StoredConversation?> =
      revision.map { .load(conversation.record.id, since: $0) } ?? .load(conversation.record.id)
    let stored = try #require(try archive.now(request))
    return (stored.messages.map(\.content), stored.revision)
  }

  private func changes(_ messages: [MessageChange]) -> ConversationChanges {
    var changes = ConversationChanges(id: conversation.record.id, moment: .init(milliseconds: 9))
    changes.messages = messages
    return changes
  }

  @Test func givesTheMessagesThatHaveChanged() throws {
    let archive = Archive(path: path)
    let messages = conversation.messages
    try archive.saveNow([conversation.changes])
    let (all, first) = try news(since: nil, archive)
    #expect(all == ["a", "b", "c", "d"])
    #expect(try news(since: first, archive) == ([], first))
    var growth = ReplyGrowth()
    growth.content = "e"
    try archive.saveNow([changes([.grew(messages[3].key, growth)])])
    let (grown, second) = try news(since: first, archive)
    #expect(grown == ["de"])
    try archive.saveNow([changes([.placed(messages[2].key, parent: nil, isPruned: true)])])
    #expect(try news(since: second, archive).0 == ["c"])
    var ended = messages[3]
    ended.reply = .plain()
    try archive.saveNow([changes([.rewritten(ended)])])
    #expect(try news(since: second, archive).0 == ["c", "d"])
  }

  @Test func aFileOfTheFirstFormIsReadWholeAndGoneOnWith() throws {
    let file = try DatabasePool(path: path)
    try Schema.migrator.migrate(file, upTo: "1")
    let id = conversation.record.id.text
    try file.write { db in
      try db.execute(
        sql: """
          INSERT INTO conversation (id, created, updated, revision) VALUES ('\(id)', 0, 0, 4);
          INSERT INTO message (key, conversation, role, created, content) VALUES (1, 1, 'user', 0, 'old');
          """
      )
    }
    try file.close()
    let archive = Archive(path: path)
    #expect(try news(since: 4, archive) == (["old"], 4))
    try archive.now(.keep(SavedPrompt(name: "p", text: "p", updated: .init(milliseconds: 0))))
    #expect(try news(since: 4, archive) == ([], 4))
    #expect(try archive.now(.soundness) == ["ok"])
  }
}
