import Conversation
import GRDB
import Recording
import Testing

@testable import Archive

@Suite struct RecordingsTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/weir.sqlite" }
  private let talk = StoredConversation.plain("T", ["q", "a", "r", "b"])
  private var reply: MessageKey { talk.messages[1].key }

  private func changes(
    _ messages: [MessageChange],
    of talk: StoredConversation? = nil
  ) -> ConversationChanges {
    let id = (talk ?? self.talk).record.id
    var changes = ConversationChanges(id: id, moment: WallTime(milliseconds: 9))
    changes.messages = messages
    return changes
  }

  /// All of a conversation, each reply with its recording.
  private func recorded(_ talk: StoredConversation, seed: UInt64 = 1) -> ConversationChanges {
    var changes = talk.changes
    changes.messages = talk.messages.flatMap { message -> [MessageChange] in
      let log = WireLog.sample(seed: seed)
      return [.added(message)] + (message.reply == nil ? [] : [.recorded(message.key, log)])
    }
    return changes
  }

  @Test func comeBackWithEveryByte() throws {
    let archive = Archive(path: path)
    let log = WireLog.sample(seed: 1, bodyBytes: 300_000)
    try archive.saveNow([talk.changes, changes([.recorded(reply, log)])])
    archive.close()
    let again = Archive(path: path)
    #expect(try again.now(.recording(of: reply)) == .whole(log))
    #expect(try again.now(.recording(of: talk.messages[3].key)) == .none)
    #expect(try again.now(.recording(of: MessageKey(1))) == .none)
    let copy = directory.path + "/copy"
    #expect(try again.now(.backup(to: copy)) == .sound)
    #expect(try Archive(path: copy).now(.recording(of: reply)) == .whole(log))
  }

  @Test func aMessageThatIsWrittenAnewKeepsItsRecording() throws {
    let archive = Archive(path: path)
    try archive.saveNow([recorded(talk)])
    var edited = talk.messages[1]
    edited.content = "other words"
    try archive.saveNow([
      changes([.rewritten(edited), .placed(reply, parent: nil, isPruned: true)])
    ])
    #expect(try archive.now(.recording(of: reply)) == .whole(.sample(seed: 1)))
  }

  @Test func aLaterOneTakesThePlaceOfTheEarlier() throws {
    let archive = Archive(path: path)
    try archive.saveNow([recorded(talk), recorded(talk, seed: 2)])
    #expect(try archive.now(.recording(of: reply)) == .whole(.sample(seed: 2)))
    #expect(try archive.now(.statistics).recordings == 2)
  }

  @Test func followTheirMessageToAnotherKey() throws {
    let archive = Archive(path: path)
    var random = SeededGenerator(seed: 5)
    var other = talk
    other.record = ConversationRecord(
      id: ConversationID(using: &random),
      created: .init(milliseconds: 1)
    )
    try archive.saveNow([recorded(talk)])
    let renamed = try archive.saveNow([recorded(other, seed: 2)]).renamed[other.record.id]
    let place = try #require(renamed?[reply])
    #expect(try archive.now(.recording(of: reply)) == .whole(.sample(seed: 1)))
    #expect(try archive.now(.recording(of: place)) == .whole(.sample(seed: 2)))
    // Whoever has not heard of the other key yet.
    let ended = other.messages[1]
    let later = [MessageChange.rewritten(ended), .recorded(reply, .sample(seed: 3))]
    try archive.saveNow([changes(later, of: other)])
    #expect(try archive.now(.recording(of: place)) == .whole(.sample(seed: 3)))
    try archive.saveNow([changes([.recorded(reply, .sample(seed: 4))], of: other)])
    #expect(try archive.now(.recording(of: place)) == .whole(.sample(seed: 4)))
    #expect(try archive.now(.recording(of: reply)) == .whole(.sample(seed: 1)))
  }

  @Test func theRecordingOfAMessageThatIsGoneIsLetGo() throws {
    let archive = Archive(path: path)
    var short = talk
    short.messages = Array(talk.messages.prefix(1))
    try archive.saveNow([short.changes])
    let question = talk.messages[0].key
    let late = changes([
      .recorded(reply, .sample(seed: 1)), .recorded(question, .sample(seed: 1)),
      .added(talk.messages[1]),
    ])
    #expect(try archive.saveNow([late]).unknown == [])
    #expect(try archive.now(.load(number: 1))?.messages == Array(talk.messages.prefix(2)))
    #expect(try archive.now(.statistics).recordings == 0)
  }

  @Test func whatIsDamagedIsSaidToBe() throws {
    let archive = Archive(path: path)
    try archive.saveNow([recorded(talk)])
    archive.close()
    try DatabaseQueue(path: path).write { db in
      try db.execute(sql: "UPDATE recording SET raw = x'00' WHERE number = 1")
      try db.execute(sql: "UPDATE recording SET outline = 'x', raw = NULL WHERE number = 2")
    }
    #expect(try archive.now(.recording(of: reply)) == .damaged)
    #expect(try archive.now(.recording(of: talk.messages[3].key)) == .damaged)
  }

  @Test("an archive of an earlier form has none, and takes them", arguments: ["1", "2", "3"])
  func earlierForms(form: String) throws {
    let file = try DatabasePool(path: path)
    try Schema.migrator.migrate(file, upTo: form)
    try file.write { db in
      try db.execute(
        sql: """
          INSERT INTO conversation (id, created, updated, revision)
          VALUES ('\(talk.record.id.text)', 0, 0, 4);
          INSERT INTO message (key, conversation, role, created, ending, content)
          VALUES (2, 1, 'reply', 0, 'finished', 'answer');
          """
      )
    }
    try file.close()
    let archive = Archive(path: path)
    #expect(try archive.now(.recording(of: MessageKey(2))) == .none)
    #expect(try archive.now(.statistics).recordings == 0)
    try archive.saveNow([changes([.recorded(MessageKey(2), .sample(seed: 1))])])
    #expect(try archive.now(.recording(of: MessageKey(2))) == .whole(.sample(seed: 1)))
    #expect(try archive.now(.soundness) == ["ok"])
  }
}
