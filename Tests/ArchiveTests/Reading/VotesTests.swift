import Conversation
import GRDB
import Testing

@testable import Archive

@Suite struct VotesTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/weir.sqlite" }

  private func vote(
    _ verdict: TurnVote.Verdict,
    by voter: TurnVote.Voter = .user,
    at moment: Int64
  ) throws -> TurnVote {
    let answers = ["a", "b"].map { VotedAnswer(reply: MessageKey(1), preset: $0, model: "m") }
    return try #require(
      TurnVote(verdict, on: answers, by: voter, at: WallTime(milliseconds: moment))
    )
  }

  /// A conversation with a vote on its first turn.
  private func conversation(_ title: String, tags: [String], _ vote: TurnVote) -> StoredConversation
  {
    var conversation = StoredConversation.plain(title, ["q", "a", "r", "b"])
    conversation.record.tags = tags
    conversation.messages[0].votes = [vote]
    return conversation
  }

  @Test func givesVotesOfAllConversationsWithTheirTagsAsTheyAreNow() throws {
    let archive = Archive(path: path)
    let votes = [try vote(.tie, at: 9), try vote(.answer(1), at: 3)]
    let first = conversation("T", tags: ["code", "x"], votes[0])
    let second = conversation("U", tags: [], votes[1])
    try archive.saveNow([first.changes, second.changes])
    #expect(
      try archive.now(.votes()) == [
        CountedVote(vote: votes[1], tags: [], conversation: 2),
        CountedVote(vote: votes[0], tags: ["code", "x"], conversation: 1),
      ]
    )
    #expect(try archive.now(.votes(tag: "x")).map(\.conversation) == [1])
    _ = try archive.now(.edit(second.record.id, .tags(["x"])))
    #expect(try archive.now(.votes(tag: "x")).map(\.conversation) == [2, 1])
  }

  @Test func votesGoWithTheTurnThatTheyAreAbout() throws {
    let archive = Archive(path: path)
    var pruned = conversation("T", tags: [], try vote(.tie, at: 1))
    let removed = conversation("U", tags: [], try vote(.tie, at: 2))
    try archive.saveNow([pruned.changes, removed.changes])
    _ = try archive.now(.remove([removed.record.id]))
    #expect(try archive.now(.votes()).map(\.conversation) == [1])
    pruned.messages[0].isPruned = true
    var changes = ConversationChanges(id: pruned.record.id, moment: WallTime(milliseconds: 9))
    changes.messages = [.placed(pruned.messages[0].key, parent: nil, isPruned: true)]
    try archive.saveNow([changes])
    #expect(try archive.now(.votes()) == [])
    _ = try archive.now(.removePruned())
    #expect(try archive.now(.countOfVoteRows) == 0)
  }

  @Test func aVoteTakesThePlaceOfTheVotersEarlierOne() throws {
    let archive = Archive(path: path)
    var conversation = conversation("T", tags: [], try vote(.tie, at: 1))
    try archive.saveNow([conversation.changes])
    let judge = TurnVote.Voter.judge(preset: "j", rubric: "code")
    conversation.messages[0].votes = [
      try vote(.answer(0), at: 2), try vote(.tie, by: judge, at: 4),
    ]
    var changes = ConversationChanges(id: conversation.record.id, moment: WallTime(milliseconds: 9))
    changes.messages = [.rewritten(conversation.messages[0])]
    try archive.saveNow([changes])
    #expect(try archive.now(.votes()).map(\.vote) == conversation.messages[0].votes)
    #expect(try archive.now(.load(number: 1))?.messages == conversation.messages)
  }

  @Test func aVoteOfWhichAnAnswerIsDamagedIsLeftOut() throws {
    let archive = Archive(path: path)
    try archive.saveNow([conversation("T", tags: [], try vote(.answer(1), at: 1)).changes])
    try DatabaseQueue(path: path).write { db in
      try db.execute(sql: "UPDATE vote SET answers = json_set(answers, '$[0]', 7)")
    }
    #expect(try archive.now(.votes()) == [])
  }

  @Test("an archive of an earlier form is read as it is, and takes votes", arguments: ["1", "2"])
  func earlierForms(form: String) throws {
    let conversation = conversation("T", tags: [], try vote(.allBad, at: 3))
    let file = try DatabasePool(path: path)
    try Schema.migrator.migrate(file, upTo: form)
    try file.write { db in
      try db.execute(
        sql: """
          INSERT INTO conversation (id, created, updated, revision)
          VALUES ('\(conversation.record.id.text)', 0, 0, 4);
          INSERT INTO message (key, conversation, role, created, content) VALUES (1, 1, 'user', 0, 'old');
          INSERT INTO message (key, conversation, parent, role, created, ending, content)
          VALUES (2, 1, 1, 'reply', 0, 'finished', 'answer');
          """
      )
    }
    try file.close()
    let archive = Archive(path: path)
    #expect(try archive.now(.votes()) == [])
    #expect(try archive.now(.load(number: 1))?.messages.map(\.content) == ["old", "answer"])
    var changes = ConversationChanges(id: conversation.record.id, moment: WallTime(milliseconds: 9))
    changes.messages = [.added(conversation.messages[0])]
    try archive.saveNow([changes])
    #expect(try archive.now(.votes()).map(\.vote) == conversation.messages[0].votes)
    #expect(try archive.now(.soundness) == ["ok"])
  }
}

extension ArchiveRequest<Int> {
  fileprivate static var countOfVoteRows: Self {
    .reading { turn in try Int.fetchOne(turn.db, sql: "SELECT count(*) FROM vote") ?? -1 }
  }
}
