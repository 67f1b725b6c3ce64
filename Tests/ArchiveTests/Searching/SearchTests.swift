import Conversation
import Support
import Synchronization
import Testing

@testable import Archive

@Suite struct SearchTests {
  /// An archive that all tests only read.
  static let shared = Result {
    let directory = TemporaryDirectory()
    let archive = Archive(path: directory.path + "/weir.sqlite")
    var sailing = StoredConversation.plain(
      "Sailing",
      ["How do I sail\nagainst the wind?", "Tack: zigzag across the WIND. Été too."]
    )
    sailing.record.tags = ["boats"]
    var other = StoredConversation.plain(
      "Windows",
      ["window frames", "wood"],
      at: WallTime(milliseconds: 9_000_000)
    )
    other.messages[1].reply = .plain(preset: "32k")
    try archive.saveNow([sailing.changes, other.changes])
    return (archive: archive, directory: directory)
  }

  @Test(
    "finds the newest first",
    arguments: zip(
      [
        "wind", "wind ", "\"the wind\"", "ete", "wi* zig", "preset:32k", "tag:boats role:user",
        "nothing here",
        "preset:fast wind ", "before:1970-01-01 wind", "after:2030 wind",
      ],
      [
        ["window frames", "Tack", "How"], ["Tack", "How"], ["Tack", "How"], ["Tack"], ["Tack"],
        ["wood"],
        ["How"], [], ["Tack"], [], [],
      ]
    )
  )
  func finds(text: String, beginnings: [String]) throws {
    let hits = try Self.shared.get().archive.searchNow(text, limit: 9)
    #expect(hits.count == beginnings.count)
    for (hit, beginning) in zip(hits, beginnings) { #expect(hit.excerpt.hasPrefix(beginning)) }
  }

  @Test func marksWhatItFound() throws {
    let hits = try Self.shared.get().archive.searchNow("wind ", limit: 9)
    let expected = StoredConversation.plain(
      "Sailing",
      ["How do I sail\nagainst the wind?", "Tack: zigzag across the WIND. Été too."]
    )
    #expect(
      hits.last
        == MessageHit(
          conversation: expected.record.id,
          number: 1,
          title: "Sailing",
          message: expected.messages[0].key,
          role: .user,
          preset: nil,
          created: expected.messages[0].created,
          excerpt: "How do I sail against the wind?",
          found: [26..<30]
        )
    )
  }

  @Test func givesAllInBatchesAndThenTheEnd() throws {
    let directory = TemporaryDirectory()
    let archive = Archive(path: directory.path + "/weir.sqlite")
    let texts = (0..<500).map { "word \($0)" }
    let conversation = StoredConversation.plain("T", texts)
    try archive.saveNow([conversation.changes])
    let news = Mutex<[SearchNews]>([])
    let ended = Latch()
    archive.search("word") { item in
      news.withLock { $0.append(item) }
      if item == .ended { ended.open() }
    }
    ended.wait()
    let batches = news.withLock { $0 }.map { item -> [MessageKey] in
      guard case .hits(let hits) = item else { return [] }
      return hits.map(\.message)
    }
    #expect(batches.map(\.count) == [5, 20, 200, 200, 75, 0])
    #expect(batches.joined().elementsEqual(conversation.messages.map(\.key).reversed()))
  }

  @Test func saysNothingMoreOnceANewerSearchBegan() throws {
    let directory = TemporaryDirectory()
    let archive = Archive(path: directory.path + "/weir.sqlite")
    let conversation = StoredConversation.plain("T", (0..<500).map { "word \($0)" })
    try archive.saveNow([conversation.changes])
    let older = Mutex(0)
    let begun = Latch()
    let goOn = Latch()
    let ended = Latch()
    archive.search("word") { _ in
      older.withLock { $0 += 1 }
      begun.open()
      goOn.wait()
    }
    begun.wait()
    archive.search("499") { item in
      if item == .ended { ended.open() }
    }
    goOn.open()
    ended.wait()
    #expect(older.withLock { $0 } == 1)
  }

  @Test func findsAReplyOnceItHasEnded() throws {
    let directory = TemporaryDirectory()
    let archive = Archive(path: directory.path + "/weir.sqlite")
    var conversation = StoredConversation.plain("T", ["q", "early words"])
    conversation.messages[1].reply = .plain(ending: nil)
    try archive.saveNow([conversation.changes])
    #expect(try archive.searchNow("early", limit: 2) == [])
    var changes = ConversationChanges(id: conversation.record.id, moment: WallTime(milliseconds: 9))
    conversation.messages[1].content = "late words"
    conversation.messages[1].reply = .plain()
    changes.messages = [.rewritten(conversation.messages[1])]
    try archive.saveNow([changes])
    #expect(try archive.searchNow("early", limit: 2) == [])
    #expect(
      try archive.searchNow("late", limit: 2).map(\.message) == [conversation.messages[1].key]
    )
    #expect(try archive.now(.soundness) == ["ok"])
  }
}
