import Conversation
import Support
import Testing

@testable import Archive

/// Messages stay apart, whatever keys they come with.
@Suite struct KeyTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/weir.sqlite" }
  private let original = StoredConversation.plain("T", ["a", "b", "c"])

  /// The same messages as another conversation.
  private func fork(keys: [Int64]) -> StoredConversation {
    var random = SeededGenerator(seed: 3)
    var fork = original
    fork.record = ConversationRecord(
      id: ConversationID(using: &random),
      created: .init(milliseconds: 1)
    )
    for index in fork.messages.indices {
      fork.messages[index].key = MessageKey(keys[index])
      fork.messages[index].parent = index == 0 ? nil : MessageKey(keys[index - 1])
    }
    return fork
  }

  @Test func aForkKeepsAllItsMessagesApart() throws {
    let archive = Archive(path: path)
    var first = original
    for (index, key) in [Int64(100), 101, 102].enumerated() {
      first.messages[index].key = MessageKey(key)
      first.messages[index].parent = index == 0 ? nil : MessageKey(key - 1)
    }
    let fork = fork(keys: [100, 101, 103])
    #expect(try archive.now(.take([first, fork])).map(\.newMessages) == [3, 3])
    #expect(try archive.now(.take([fork])).map(\.newMessages) == [0])
    let loaded = try #require(try archive.now(.load(number: 2)))
    #expect(Set(loaded.messages.map(\.content)) == ["a", "b", "c"])
    let contents = Dictionary(uniqueKeysWithValues: loaded.messages.map { ($0.key, $0.content) })
    let below = loaded.messages.map { [$0.content, $0.parent.flatMap { contents[$0] } ?? ""] }
    #expect(Set(below) == [["a", ""], ["b", "a"], ["c", "b"]])
  }

  @Test func neverOverwritesAnotherMessageOfTheSameKey() throws {
    let archive = Archive(path: path)
    try archive.saveNow([original.changes])
    var other = original.messages[2]
    other.content = "said elsewhere"
    var changes = ConversationChanges(id: original.record.id, moment: .init(milliseconds: 9))
    changes.messages = [.added(other), .added(original.messages[2])]
    try archive.saveNow([changes])
    let loaded = try #require(try archive.now(.load(number: 1)))
    #expect(loaded.messages.map(\.content).sorted() == ["a", "b", "c", "said elsewhere"])
  }

  @Test func findsAMessageAgainThatGotAnotherKey() throws {
    let archive = Archive(path: path)
    try archive.saveNow([original.changes])
    var fork = fork(keys: original.messages.map(\.key.rawValue))
    fork.messages[1].reply = .plain(ending: nil)
    let renamed = try archive.saveNow([fork.changes]).renamed
    let there = try #require(try archive.now(.load(fork.record.id)))
    let keys = Dictionary(uniqueKeysWithValues: there.messages.map { ($0.content, $0.key) })
    let expected = fork.messages.map { ($0.key, keys[$0.content] ?? $0.key) }
    #expect(renamed == [fork.record.id: Dictionary(uniqueKeysWithValues: expected)])
    #expect(try archive.saveNow([original.changes]).renamed == [:])
    var growth = ReplyGrowth()
    growth.content = " and more"
    var changes = ConversationChanges(id: fork.record.id, moment: .init(milliseconds: 9))
    changes.messages = [
      .grew(fork.messages[1].key, growth),
      .placed(fork.messages[2].key, parent: fork.messages[1].key, isPruned: true),
    ]
    #expect(try archive.saveNow([changes]).unknown == [])
    let loaded = try #require(try archive.now(.load(fork.record.id)))
    #expect(Set(loaded.messages.map(\.content)) == ["a", "b and more", "c"])
    #expect(loaded.messages.filter(\.isPruned).map(\.content) == ["c"])
    #expect(try archive.now(.load(number: 1))?.messages == original.messages)
  }
}
