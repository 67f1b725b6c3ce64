import Conversation
import Support
import Testing

@testable import Archive

/// Changes of what was removed meanwhile are not half a conversation: they are asked for whole.
@Suite struct RemovedTests {
  private let directory = TemporaryDirectory()
  private var archive: Archive { Archive(path: directory.path + "/weir.sqlite") }
  private let conversation = StoredConversation.plain("T", ["a", "b", "c"])

  private var unknown: Saved {
    var saved = Saved()
    saved.unknown = [conversation.record.id]
    return saved
  }

  private func changes(_ messages: [MessageChange]) -> ConversationChanges {
    var changes = ConversationChanges(id: conversation.record.id, moment: .init(milliseconds: 9))
    changes.messages = messages
    return changes
  }

  @Test func aRecordDoesNotComeBackWithoutItsMessages() throws {
    let archive = archive
    try archive.saveNow([conversation.changes])
    #expect(try archive.now(.remove([conversation.record.id])) == 1)
    // A new first message is not the conversation either.
    for messages in [[], [2], [0]].map({ $0.map { MessageChange.added(conversation.messages[$0]) } }
    ) {
      var changes = changes(messages)
      changes.record = conversation.record
      #expect(try archive.saveNow([changes]) == unknown)
      #expect(try archive.now(.list(limit: 5)) == [])
    }
    var whole = conversation.changes
    whole.isWhole = true
    #expect(try archive.saveNow([whole]).unknown == [])
    #expect(try archive.now(.load(conversation.record.id))?.messages == conversation.messages)
  }

  @Test func theWayItWasShownIsNotWorthItsComingBack() throws {
    let archive = archive
    try archive.saveNow([conversation.changes])
    #expect(try archive.now(.remove([conversation.record.id])) == 1)
    var changes = changes([])
    changes.view = "{}"
    #expect(try archive.saveNow([changes]) == Saved())
    #expect(try archive.now(.list(limit: 5)) == [])
  }

  @Test func whatIsBackIsNotToldAsRemoved() throws {
    let here = archive
    let there = archive
    try here.saveNow([conversation.changes])
    _ = try here.lookElsewhereNow()
    #expect(try there.now(.remove([conversation.record.id])) == 1)
    var whole = conversation.changes
    whole.isWhole = true
    try here.saveNow([whole])
    #expect(try here.lookElsewhereNow() == ChangesElsewhere())
  }

  @Test("asks for the whole where a message is gone", arguments: 0..<4)
  func asksForTheWhole(kind: Int) throws {
    let archive = archive
    var short = conversation
    short.messages = Array(short.messages.prefix(1))
    try archive.saveNow([short.changes])
    let key = conversation.messages[1].key
    let kinds: [MessageChange] = [
      .grew(key, ReplyGrowth()), .rewritten(conversation.messages[1]),
      .placed(key, parent: nil, isPruned: true), .added(conversation.messages[2]),
    ]
    var note = conversation.messages[0]
    note.key = MessageKey(7)
    let changes = changes([.added(note), kinds[kind]])
    #expect(try archive.saveNow([changes]) == unknown)
    #expect(try archive.now(.load(number: 1))?.messages == short.messages)
  }
}
