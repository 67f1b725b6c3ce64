import Conversation
import Support
import Testing

@testable import Workbench

@Suite struct MessageSearchTests {
  private static let hits = [
    MessageHit.sample(3, "the [weir] is low"), .sample(2, "a [weir], again"),
  ]

  private static func typed(_ text: String) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.press("^X /")
    harness.type(text)
    return harness
  }

  private static func search(_ harness: WorkbenchHarness) throws -> MessageSearch {
    guard case .search(let search) = harness.state.overlay else {
      throw CancellationError()
    }
    return search
  }

  @Test func everyKeyIsASearchThatInterruptsTheOneBefore() throws {
    var harness = Self.typed("we")
    #expect(harness.searches.map(\.text) == ["w", "we"])
    harness.apply(.history(.found(Self.hits, isLast: true, query: harness.searches[0].query)))
    #expect(try Self.search(harness).hits == [])
    harness.find([Self.hits[0]], isLast: false)
    harness.find([Self.hits[1]], isLast: false)
    harness.find([])
    #expect(try Self.search(harness).hits == Self.hits)
    #expect(try Self.search(harness).isRunning == false)
  }

  @Test func oldHitsStayUntilNewOnesCome() throws {
    var harness = Self.typed("w")
    harness.find(Self.hits)
    harness.type("x")
    #expect(try Self.search(harness).hits == Self.hits)
    harness.find([])
    #expect(try Self.search(harness).hits == [])
    #expect(harness.screen().contains("found nowhere"))
  }

  @Test func nothingTypedIsNothingToLookFor() throws {
    var harness = Self.typed("w")
    harness.press("Backspace")
    #expect(harness.effects.last == .history(.stopSearching))
    #expect(harness.screen().contains("after:2026-01-01"))
  }

  @Test func enterGoesToTheMessageAndWhatWasFoundIsLookedForThere() throws {
    var other = WorkbenchHarness(rows: 24, columns: 80)
    other.say("Which river?")
    other.receive("The Weir, which is a weir.")
    other.end()
    let messages = other.state.tree.storedMessages
    var harness = Self.typed("weir")
    var hit = Self.hits[0]
    hit.message = messages[1].key
    harness.find([hit])
    harness.press("Enter")
    let request = ConversationRequest.conversation(hit.conversation, message: hit.message)
    #expect(harness.effects.last == .history(.open(request)))
    #expect(harness.state.overlay == nil)
    let record = ConversationSummary.sample(3).record
    let stored = StoredConversation(record: record, messages: messages)
    harness.apply(.history(.opened(stored, for: request)))
    #expect(harness.state.conversation.search?.count == "1 of 2")
    #expect(harness.state.focus == .conversation)
    harness.press("n")
    #expect(harness.state.conversation.search?.count == "2 of 2")
  }

  @Test func enterWaitsForTheFirstHit() {
    var harness = Self.typed("weir")
    harness.press("Enter")
    #expect(harness.state.opening == nil)
    harness.find(Self.hits, isLast: false)
    #expect(harness.state.opening != nil)
    #expect(harness.effects.contains(.history(.stopSearching)))
  }

  @Test func escapeStopsTheSearchAndLeavesEverythingAsItWas() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("hi")
    let before = harness.screen()
    harness.press("^X /")
    harness.type("hi")
    harness.press("Esc")
    #expect(harness.screen() == before)
    #expect(harness.effects.last == .history(.stopSearching))
  }

  @Test func takesAThousandHitsAndStops() throws {
    var harness = Self.typed("w")
    let many = (1...1_200).map { MessageHit.sample(Int64($0), "[w]") }
    harness.find(many, isLast: false)
    #expect(try Self.search(harness).hits.count == 1_000)
    #expect(harness.effects.last == .history(.stopSearching))
  }

  @Test func aSlashCommandSearchesAtOnceAndTroubleIsSaid() throws {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("/search \"a phrase\"")
    #expect(harness.searches.map(\.text) == ["\"a phrase\""])
    let query = try #require(harness.searches.last?.query)
    harness.apply(.history(.notFound(reason: "the archive is damaged", query: query)))
    #expect(harness.screen().contains("the archive is damaged"))
  }
}
