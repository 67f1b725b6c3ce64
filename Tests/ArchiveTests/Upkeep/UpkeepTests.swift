import Conversation
import Support
import Testing

@testable import Archive

@Suite struct UpkeepTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/weir.sqlite" }

  @Test func removesEveryWordFromTheFile() throws {
    let archive = Archive(path: path)
    let kept = StoredConversation.plain("Kept", ["keepsake", "b"])
    let gone = StoredConversation.plain(
      "Gone",
      ["confidential", "classified"],
      at: WallTime(milliseconds: 7_000)
    )
    try archive.saveNow([kept.changes, gone.changes])
    #expect(try archive.now(.remove([gone.record.id, gone.record.id])) == 1)
    #expect(try archive.now(.load(gone.record.id)) == nil)
    #expect(try archive.searchNow("keepsake", limit: 3).count == 1)
    #expect(try archive.now(.soundness) == ["ok"])
    let file = String(decoding: File(path).bytes + File(path + "-wal").bytes, as: UTF8.self)
    #expect(file.contains("keepsake"))
    for word in ["confidential", "classified", "onfidentia", "lassifie"] {
      #expect(!file.contains(word))
    }
  }

  @Test func removesWhatWasPrunedWithAllBelow() throws {
    let archive = Archive(path: path)
    var conversation = StoredConversation.plain("T", ["a", "b", "c", "d"])
    conversation.messages[2].isPruned = true
    try archive.saveNow([conversation.changes])
    #expect(try archive.now(.removePruned()) == 2)
    #expect(try archive.now(.load(number: 1))?.messages == Array(conversation.messages.prefix(2)))
  }

  @Test func changesOneThingOfAConversation() throws {
    let archive = Archive(path: path)
    let conversation = StoredConversation.plain("T", ["a"])
    let id = conversation.record.id
    try archive.saveNow([conversation.changes])
    for edit in [RecordChange.title("New"), .tags(["x", "y"]), .pinned(true), .archived(true)] {
      #expect(try archive.now(.edit(id, edit)))
    }
    var expected = conversation.record
    expected.setTitle("New", from: .user)
    expected.tags = ["x", "y"]
    expected.isPinned = true
    expected.isArchived = true
    #expect(try archive.now(.load(id))?.record == expected)
    var random = SeededGenerator(seed: 1)
    #expect(try archive.now(.edit(ConversationID(using: &random), .pinned(true))) == false)
  }

  @Test func copiesItselfInUseOverNothing() throws {
    let archive = Archive(path: path)
    let conversation = StoredConversation.plain("T", ["a", "b"])
    try archive.saveNow([conversation.changes])
    let copy = directory.path + "/copy"
    #expect(try archive.now(.backup(to: copy)) == .sound)
    let bytes = File(copy).bytes
    #expect(throws: ArchiveTrouble.exists(copy)) { try archive.now(.backup(to: copy)) }
    #expect(File(copy).bytes == bytes)
    #expect(try Archive(path: copy).now(.load(number: 1)) == archive.now(.load(number: 1)))
  }

  @Test func counts() throws {
    let archive = Archive(path: path)
    var first = StoredConversation.plain("T", ["a", "b", "c", "d"], at: WallTime(milliseconds: 5))
    first.messages[1].reply?.usage = Usage(promptTokens: 10, completionTokens: 7)
    first.messages[2].isPruned = true
    var second = StoredConversation.plain("U", ["a", "b"], at: WallTime(milliseconds: 9))
    second.record.isArchived = true
    second.messages[1].reply = .plain(preset: "32k")
    try archive.saveNow([first.changes, second.changes])
    var expected = ArchiveStatistics()
    expected.conversations = 2
    expected.archivedConversations = 1
    expected.messages = 4
    expected.prunedMessages = 2
    expected.oldest = WallTime(milliseconds: 5)
    expected.newest = WallTime(milliseconds: 9)
    expected.presets = [
      .init(name: "fast", replies: 2, promptTokens: 10, completionTokens: 7),
      .init(name: "32k", replies: 1, promptTokens: 0, completionTokens: 0),
    ]
    var statistics = try archive.now(.statistics)
    #expect(statistics.sizeInBytes > 0)
    statistics.sizeInBytes = 0
    #expect(statistics == expected)
  }

  @Test func takesNothingTwice() throws {
    let archive = Archive(path: path)
    var first = StoredConversation.plain("T", ["a", "b"])
    first.record.origin = "chatgpt 1"
    #expect(try archive.now(.take([first])) == [Taken(number: 1, newMessages: 2, isNew: true)])
    var again = StoredConversation.plain("Other", ["x"])
    again.record.origin = "chatgpt 1"
    let longer = StoredConversation.plain("T", ["a", "b", "c"])
    #expect(
      try archive.now(.take([again, first, longer])) == [
        Taken(number: 1, newMessages: 0, isNew: false),
        Taken(number: 1, newMessages: 0, isNew: false),
        Taken(number: 1, newMessages: 1, isNew: false),
      ]
    )
    #expect(try archive.now(.load(number: 1))?.messages == longer.messages)
  }

  @Test func namesMessagesAnewWhoseKeysAreTaken() throws {
    let archive = Archive(path: path)
    let first = StoredConversation.plain("T", ["a", "b"])
    var random = SeededGenerator(seed: 77)
    var copy = first
    copy.record = ConversationRecord(
      id: ConversationID(using: &random),
      created: first.record.created
    )
    #expect(try archive.now(.take([first, copy])).map(\.newMessages) == [2, 2])
    let loaded = try #require(try archive.now(.load(number: 2)))
    #expect(loaded.messages.map(\.content) == ["a", "b"])
    #expect(loaded.messages[1].parent == loaded.messages[0].key)
    #expect(try archive.now(.load(number: 1))?.messages == first.messages)
  }
}
