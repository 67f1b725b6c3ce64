import Conversation
import Support
import Testing

@testable import Workbench

/// What other weirs do to the conversation that is open here.
@Suite struct ElsewhereTests {
  /// A talk of so many messages whose last reply streams in another weir.
  private static func talk(turns: Int) -> StoredConversation {
    let talk = LongTalk(turns: turns) { "answer \($0)" }
    var random = SeededGenerator(seed: 7)
    var record = ConversationRecord(
      id: ConversationID(using: &random),
      created: WallTime(milliseconds: 0)
    )
    record.title = "talk"
    var stored = StoredConversation(record: record, messages: talk.tree.storedMessages)
    stored.messages[stored.messages.count - 1].reply?.ending = nil
    stored.number = 1
    stored.revision = 5
    return stored
  }

  private static func opened(_ stored: StoredConversation) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 80) { $0.opening = .newest }
    harness.apply(.history(.opened(stored, for: .newest)))
    return harness
  }

  /// What is asked of the archive about the open conversation.
  private static func reloads(_ harness: WorkbenchHarness) -> [HistoryRequest] {
    harness.effects.compactMap {
      guard case .history(let request) = $0, case .reload = request else { return nil }
      return request
    }
  }

  @Test func oneQuestionIsUnderWayAndTheNewestWins() {
    let stored = Self.talk(turns: 2)
    var harness = Self.opened(stored)
    let id = stored.record.id
    for _ in 0..<5 { harness.apply(.history(.writtenElsewhere(changed: [id], removed: []))) }
    #expect(Self.reloads(harness) == [.reload(id, since: 5, savesTaken: 0)])
    var news = stored
    news.messages = []
    news.revision = 8
    harness.apply(.history(.changedElsewhere(news, savesTaken: 0)))
    #expect(Self.reloads(harness).dropFirst() == [.reload(id, since: 8, savesTaken: 0)])
    harness.apply(.history(.changedElsewhere(news, savesTaken: 0)))
    #expect(Self.reloads(harness).count == 2)
    harness.apply(.history(.writtenElsewhere(changed: [id], removed: [])))
    harness.apply(.history(.notReloaded(id)))
    harness.apply(.history(.writtenElsewhere(changed: [id], removed: [])))
    #expect(Self.reloads(harness).count == 4)
  }

  @Test func othersConversationsAreNotAskedFor() {
    var harness = Self.opened(Self.talk(turns: 2))
    let other = ConversationSummary.sample(3).record.id
    harness.apply(.history(.writtenElsewhere(changed: [other], removed: [other])))
    #expect(Self.reloads(harness) == [])
    #expect(harness.state.status == nil)
  }

  @Test(
    "a vote taken back elsewhere goes, unless nothing can be saved here",
    arguments: [false, true]
  )
  func aVoteTakenBackElsewhereGoes(hasTrouble: Bool) throws {
    var stored = Self.talk(turns: 2)
    let answers = stored.messages.filter { $0.reply != nil }.map {
      VotedAnswer(reply: $0.key, preset: "p", model: "m")
    }
    let vote = TurnVote(.tie, on: answers, by: .user, at: WallTime(milliseconds: 1))
    stored.messages[0].votes = [try #require(vote)]
    var harness = Self.opened(stored)
    #expect(harness.state.tree[MessageID(0)].votes == stored.messages[0].votes)
    if hasTrouble { harness.apply(.history(.notSaved(reason: "the disk is full"))) }
    var news = stored
    news.messages = [stored.messages[0]]
    news.messages[0].votes = []
    harness.apply(.history(.changedElsewhere(news, savesTaken: 0)))
    #expect(harness.state.tree[MessageID(0)].votes.isEmpty != hasTrouble)
  }

  @Test func whatStreamsElsewhereIsLaidOutPieceByPiece() throws {
    let stored = Self.talk(turns: 2_000)
    var harness = Self.opened(stored)
    _ = harness.screen()
    let before = harness.state.conversation.focusedLane.text.touches
    var news = stored
    news.messages = [try #require(stored.messages.last)]
    for piece in 1...5 {
      news.messages[0].content += " p\(piece)"
      harness.apply(.history(.changedElsewhere(news, savesTaken: 0)))
      #expect(harness.screen().contains(news.messages[0].content))
    }
    #expect(harness.state.tree.count == 4_000)
    #expect(harness.state.conversation.focusedLane.text.touches - before < 100)
  }

  @Test func whatIsNotTheLastMessageIsLaidOutAnewWhenItChanges() throws {
    var stored = Self.talk(turns: 2)
    stored.messages[1].reply?.ending = nil
    var harness = Self.opened(stored)
    #expect(harness.screen().contains("answer 0"))
    var news = stored
    news.messages = [stored.messages[1]]
    news.messages[0].content = "quite another"
    harness.apply(.history(.changedElsewhere(news, savesTaken: 0)))
    let screen = harness.screen()
    #expect(screen.contains("quite another") && !screen.contains("answer 0"))
    #expect(screen.contains("answer 1"))
  }

  @Test func aDeletionElsewhereIsSaidAndGoingOnKeepsEverythingAgain() throws {
    let stored = Self.talk(turns: 2)
    var harness = Self.opened(stored)
    let id = stored.record.id
    harness.apply(.history(.writtenElsewhere(changed: [], removed: [id])))
    #expect(harness.state.status?.text.hasPrefix("another weir has deleted this") == true)
    #expect(harness.takeUnsaved(isLeaving: true).allSatisfy { $0.messages == [] })
    harness.say("more")
    #expect(harness.takeUnsaved().map(\.isWhole) == [false])
    harness.apply(.history(.unknown([id])))
    #expect(harness.state.status?.text.contains("kept again, whole") == true)
    let changes = try #require(harness.takeUnsaved().first)
    #expect(changes.isWhole && changes.record == stored.record)
    #expect(changes.messages.count == 6)
    #expect(harness.takeUnsaved() == [])
  }

  @Test func whatWasSaidBeforeItWasLeftIsKeptAgainToo() throws {
    var harness = Self.opened(Self.talk(turns: 2))
    let id = harness.state.keeping.record.id
    harness.say("more")
    harness.press("^X n")
    _ = harness.takeUnsaved()
    harness.apply(.history(.unknown([id])))
    let changes = try #require(harness.takeUnsaved().first)
    #expect(changes.id == id && changes.isWhole)
    #expect(changes.messages.count == 6)
  }

  @Test func aDeletionOfWhatIsOnTheShelfIsSaidOnComingBack() {
    var harness = Self.opened(Self.talk(turns: 2))
    let id = harness.state.keeping.record.id
    harness.press("^X n")
    harness.apply(.history(.writtenElsewhere(changed: [], removed: [id])))
    harness.press("^X u")
    #expect(harness.state.status?.text.hasPrefix("another weir has deleted this") == true)
  }

  @Test func keysThatTheArchiveGaveAreTakenOver() throws {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("one")
    let id = harness.state.keeping.record.id
    let messages = harness.takeUnsaved().flatMap(\.messages)
    guard case .added(let said) = try #require(messages.first) else { return }
    let key = MessageKey(said.key.rawValue ^ 1)
    harness.apply(.history(.renamed(id, [said.key: key])))
    var stored = StoredConversation(record: harness.state.keeping.record, messages: [said])
    stored.messages[0].key = key
    harness.apply(.history(.changedElsewhere(stored, savesTaken: harness.state.savesTaken)))
    #expect(harness.state.tree.count == 2)
    #expect(harness.state.tree.message(key) == MessageID(0))
  }

  @Test func openingIsSaidAtOnce() {
    var harness = WorkbenchHarness(rows: 24, columns: 80) { $0.opening = .newest }
    #expect(harness.screen().contains("opening the conversation"))
    harness.apply(.history(.opened(Self.talk(turns: 2), for: .newest)))
    #expect(!harness.screen().contains("opening the conversation"))
  }
}
