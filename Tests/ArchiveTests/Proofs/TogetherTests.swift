import Conversation
import Glibc
import Support
import Testing

@testable import Archive

/// Several weirs use one archive.
@Suite struct TogetherTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/data/weir.sqlite" }

  @Test func loseNothingOfEachOther() throws {
    let count = Soak.scale(500, whole: 5_000)
    let probes = try (1...2).map { try ProbeProcess("write", path, "\($0)", "\(count)") }
    let lines = probes.map { $0.lines() }
    #expect(lines.map(\.count) == [1, 1], "\(lines.joined().prefix(5))")
    let archive = Archive(path: path)
    #expect(try archive.now(.list(limit: 5)).map(\.messageCount) == [count, count])
    #expect(try archive.now(.soundness) == ["ok"])
  }

  @Test func areToldOfEachOther() throws {
    let archive = Archive(path: path)
    #expect(try archive.lookElsewhereNow() == ChangesElsewhere())
    let probe = try ProbeProcess("write", path, "1", "3")
    let id = try #require(probe.line()?.split(separator: " ").last.map(String.init))
    var descriptor = pollfd(fd: archive.watchDescriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&descriptor, 1, 60_000) == 1)
    #expect(archive.drainWatch())
    var expected = ChangesElsewhere()
    expected.changed = [try #require(ConversationID(id))]
    #expect(try archive.lookElsewhereNow() == expected)
    #expect(try archive.lookElsewhereNow() == ChangesElsewhere())
  }

  /// A program that looks at once when it is told sees what it was told of, since nobody tells it a second time.
  @Test func areToldOnceItCanBeSeen() throws {
    let here = Archive(path: path)
    let there = Archive(path: path)
    _ = try here.lookElsewhereNow()
    for number in 0..<200 {
      let talk = StoredConversation.plain("\(number)", ["a"])
      there.save([talk.changes]) { _ in }
      var seen: Set<ConversationID> = []
      var descriptor = pollfd(fd: here.watchDescriptor, events: Int16(POLLIN), revents: 0)
      while seen.isEmpty, poll(&descriptor, 1, 5_000) == 1 {
        _ = here.drainWatch()
        seen = try here.lookElsewhereNow().changed
      }
      try #require(seen == [talk.record.id])
    }
  }

  @Test func areNotToldOfThemselves() throws {
    let archive = Archive(path: path)
    _ = try archive.lookElsewhereNow()
    let conversation = StoredConversation.plain("T", ["a", "b"])
    try archive.saveNow([conversation.changes])
    #expect(try archive.lookElsewhereNow() == ChangesElsewhere())
  }

  @Test func areToldOfWhatWasRemoved() throws {
    let here = Archive(path: path)
    let there = Archive(path: path)
    let conversation = StoredConversation.plain("T", ["a", "b"])
    try here.saveNow([conversation.changes])
    #expect(try there.lookElsewhereNow() == ChangesElsewhere())
    #expect(try here.now(.remove([conversation.record.id])) == 1)
    var expected = ChangesElsewhere()
    expected.removed = [conversation.record.id]
    #expect(try there.lookElsewhereNow() == expected)
  }

  @Test func areToldWhatTheirOwnSavingCameUpon() throws {
    let here = Archive(path: path)
    let there = Archive(path: path)
    let first = StoredConversation.plain("T", ["a"])
    let second = StoredConversation.plain("U", ["a"])
    _ = try here.lookElsewhereNow()
    try there.saveNow([first.changes])
    try here.saveNow([second.changes])
    var expected = ChangesElsewhere()
    expected.changed = [first.record.id]
    #expect(try here.lookElsewhereNow() == expected)
  }

  @Test func seeARepliesProgramLivingOrGone() throws {
    let archive = Archive(path: path)
    var conversation = StoredConversation.plain("T", ["q", "half"])
    conversation.messages[1].reply = .plain(ending: nil)
    try archive.saveNow([conversation.changes])
    let id = conversation.record.id
    #expect(try archive.now(.load(id))?.messages.last?.reply?.ending == nil)
    #expect(try archive.searchNow("half", limit: 5) == [])
    let gone: ArchiveRequest<Void> = .writing { turn in
      try turn.run("UPDATE message SET writer = '1 1 gone' WHERE writer IS NOT NULL")
    }
    try archive.now(gone)
    #expect(try archive.now(.load(id))?.messages.last?.reply?.ending == .interrupted)
    #expect(
      try archive.searchNow("half", limit: 5).map(\.message) == [conversation.messages[1].key]
    )
  }
}
