import Conversation
import Support
import Testing

@testable import Archive

@Suite struct SavingTests {
  private let directory = TemporaryDirectory()
  private var archive: Archive { Archive(path: directory.path + "/data/weir.sqlite") }

  @Test(arguments: Soak.seeds(20, whole: 500))
  func givesBackEverythingOfAConversation(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let conversation = StoredConversation.random(using: &random)
    let archive = archive
    let saved = try archive.saveNow([conversation.changes])
    archive.close()
    var expected = conversation
    expected.number = saved.numbers[conversation.record.id]
    expected.revision = 1
    #expect(try archive.now(.load(conversation.record.id)) == expected)
  }

  @Test func joinsWhatAReplyReceived() throws {
    var random = SeededGenerator(seed: 1)
    var conversation = StoredConversation.random(using: &random, messages: 1)
    let key = MessageKey(conversation.messages[0].key.rawValue + 1)
    var reply = Reply.random(using: &random)
    reply.ending = nil
    reply.ended = nil
    reply.firstDelta = MonotonicTime(nanoseconds: 1)
    let message = StoredMessage(
      key: key,
      parent: conversation.messages[0].key,
      role: .reply,
      created: WallTime(milliseconds: 5),
      content: "one",
      reply: reply
    )
    conversation.messages.append(message)
    let archive = archive
    try archive.saveNow([conversation.changes])
    var growth = ReplyGrowth()
    growth.content = " two"
    growth.reasoning = "why"
    growth.sent = MonotonicTime(nanoseconds: 3)
    growth.marks = [
      Reply.Mark(Delta.Mark(time: MonotonicTime(nanoseconds: 9), lengthInBytes: 4), of: .content)
    ]
    var changes = ConversationChanges(id: conversation.record.id, moment: WallTime(milliseconds: 9))
    changes.messages = [.grew(key, growth), .grew(key, growth)]
    try archive.saveNow([changes])
    let loaded = try #require(try archive.now(.load(conversation.record.id)))
    var expected = message
    expected.content = "one two two"
    expected.reply?.reasoning += "whywhy"
    expected.reply?.sent = MonotonicTime(nanoseconds: 3)
    expected.reply?.marks += growth.marks + growth.marks
    #expect(loaded.messages.last == expected)
  }
}
