import Conversation
import Support
import Testing

@testable import Workbench

@Suite struct ConversationListTests {
  /// The list, with the answer to its first question.
  private static func opened(
    _ rows: [ConversationSummary] = [.sample(3), .sample(2), .sample(1)],
    isLast: Bool = true
  ) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.press("^X l")
    harness.list(rows, isLast: isLast)
    return harness
  }

  @Test func asksForTheFirstPageOfAll() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.press("^X l")
    let page = ConversationListPage(ConversationFilter(), limit: 100)
    #expect(harness.effects == [.history(.list(page, query: QueryNumber(0)))])
    #expect(harness.screen().contains("looking"))
  }

  @Test func enterOpensWhatIsUnderTheCursor() throws {
    var harness = Self.opened()
    harness.press("Down Enter")
    let request = ConversationRequest.conversation(
      ConversationSummary.sample(2).record.id,
      message: nil
    )
    #expect(harness.effects.last == .history(.open(request)))
    #expect(harness.state.opening == request)
    #expect(harness.state.conversationList == nil)
  }

  @Test func escapeLeavesEverythingAsItWas() throws {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.type("a draft")
    let before = harness.screen()
    harness.press("^X l")
    harness.list([.sample(1)])
    harness.type("x")
    harness.press("Esc")
    #expect(harness.screen() == before)
  }

  @Test func everyChangeOfTheFilterIsAQuestionAndOldAnswersAreIgnored() throws {
    var harness = Self.opened()
    harness.type("sw")
    let questions = harness.listQuestions
    #expect(questions.map(\.page.filter.text) == ["", "s", "sw"])
    #expect(questions.map(\.query.rawValue) == [0, 1, 2])
    harness.apply(.history(.listed([.sample(9)], isLast: true, query: QueryNumber(1))))
    #expect(harness.state.conversationList?.rows.map(\.number) == [3, 2, 1])
    harness.apply(.history(.listed([.sample(2)], isLast: true, query: QueryNumber(2))))
    #expect(harness.state.conversationList?.rows.map(\.number) == [2])
  }

  @Test func enterWaitsForTheRowsOfTheFilter() throws {
    var harness = Self.opened()
    harness.type("s")
    harness.press("Enter")
    #expect(harness.state.opening == nil)
    harness.list([.sample(1)])
    let id = ConversationSummary.sample(1).record.id
    #expect(harness.state.opening == .conversation(id, message: nil))
  }

  @Test func anotherKeyTakesTheWaitingEnterBack() throws {
    var harness = Self.opened()
    harness.type("s")
    harness.press("Enter Down")
    harness.list([.sample(1)])
    #expect(harness.state.opening == nil)
    #expect(harness.state.conversationList?.rows.map(\.number) == [1])
  }

  @Test func fetchesFurtherRowsAsTheCursorComesNear() throws {
    let rows = (1...100).map { ConversationSummary.sample(1_000 - Int64($0)) }
    var harness = Self.opened(rows, isLast: false)
    #expect(harness.listQuestions.count == 1)
    for _ in 0..<5 { harness.press("PgDn") }
    let page = ConversationListPage(ConversationFilter(), after: rows[99], limit: 100)
    #expect(harness.listQuestions.last?.page == page)
    let asked = harness.listQuestions.count
    harness.press("PgDn")
    #expect(harness.listQuestions.count == asked)
    harness.list([.sample(12), rows[99]])
    #expect(harness.state.conversationList?.rows.count == 101)
    #expect(harness.state.conversationList?.selection == 60)
    harness.press("PgDn PgDn PgDn PgDn")
    #expect(harness.listQuestions.count == asked)
  }

  @Test(
    "reads a typed filter",
    arguments: [
      ("swift  style", "swift style", nil, nil), ("#mac x", "x", "mac", nil),
      ("tag:mac preset:fast", "", "mac", "fast"), ("# tag:", "# tag:", nil, nil),
    ] as [(String, String, String?, String?)]
  )
  func readsFilters(typed: String, text: String, tag: String?, preset: String?) {
    var expected = ConversationFilter()
    (expected.text, expected.tag, expected.preset) = (text, tag, preset)
    #expect(ConversationFilter(typed: typed) == expected)
  }

  @Test func archivedOnesAreAskedForByKey() throws {
    var harness = Self.opened()
    harness.press("Alt-s")
    #expect(harness.listQuestions.last?.page.filter.showsArchived == true)
  }

  @Test func renamesWithADialogAndComesBackToTheList() throws {
    var harness = Self.opened()
    harness.press("Down Alt-r ^U")
    harness.type("Better")
    harness.press("Enter")
    let id = ConversationSummary.sample(2).record.id
    #expect(harness.effects.last == .history(.revise(id, .title("Better"))))
    let list = try #require(harness.state.conversationList)
    #expect(list.rows.map(\.record.title) == ["conversation 3", "Better", "conversation 1"])
    #expect(list.selection == 1)
    harness.press("Alt-r Esc")
    #expect(harness.state.conversationList?.selection == 1)
    harness.press("Esc")
    #expect(harness.state.overlay == nil)
  }

  @Test func exportsWhatIsUnderTheCursorAndComesBackToTheList() throws {
    var harness = Self.opened([.sample(1)])
    let record = ConversationSummary.sample(1).record
    harness.press("Alt-e ^U")
    harness.type("a.txt")
    harness.press("Enter")
    #expect(harness.screen().contains("wants a name that ends in .md, .jsonl or .html"))
    harness.press("^U")
    harness.type("a.html")
    harness.press("Enter")
    #expect(harness.effects.last == .history(.export(record.id, path: "a.html")))
    #expect(harness.state.conversationList?.selected?.record.id == record.id)
    let key = MessageKey(7)
    let stored = StoredConversation(record: record, messages: []).showing(key)
    harness.apply(.history(.read(stored, path: "a.html")))
    #expect(harness.effects.last == .export(stored, leaf: key, path: "a.html"))
  }

  @Test func tagsPinsAndArchives() throws {
    var harness = Self.opened()
    harness.press("Alt-t")
    harness.type("#mac, swift mac")
    harness.press("Enter Alt-p Alt-a")
    let id = ConversationSummary.sample(3).record.id
    #expect(
      harness.effects.suffix(3) == [
        .history(.revise(id, .tags(["mac", "swift"]))), .history(.revise(id, .pinned(true))),
        .history(.revise(id, .archived(true))),
      ]
    )
    #expect(harness.state.conversationList?.rows.map(\.number) == [2, 1])
  }

  @Test func deletesOnlyAfterAQuestion() throws {
    var harness = Self.opened()
    harness.press("Alt-d")
    #expect(harness.screen().contains("delete 2 messages for good? Enter or y deletes: conv"))
    harness.press("Down")
    #expect(harness.state.status?.text == "kept")
    #expect(harness.state.conversationList?.rows.count == 3)
    harness.press("Del y")
    #expect(harness.effects.last == .history(.delete(ConversationSummary.sample(3).record.id)))
    #expect(harness.state.conversationList?.rows.map(\.number) == [2, 1])
  }

  @Test func theOpenConversationIsDeletedWithWhatWaitsForTheArchive() throws {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("secret")
    harness.receive("half")
    let id = harness.state.keeping.record.id
    harness.press("^X l")
    harness.list([])
    #expect(harness.state.conversationList?.rows.map(\.record.title) == ["secret"])
    harness.press("Alt-d Enter Esc")
    #expect(harness.effects.suffix(2) == [.cancel(RequestID(0)), .history(.delete(id))])
    #expect(harness.state.tree.isEmpty)
    #expect(harness.state.keeping.record.id != id)
    #expect(harness.takeUnsaved(isLeaving: true) == [])
    harness.press("^X u")
    #expect(harness.state.tree.isEmpty)
  }

  @Test func theConversationBeforeIsRevisedWhereItIsKept() throws {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("one")
    harness.press("^X n")
    _ = harness.takeUnsaved()
    harness.press("^X l")
    harness.list([])
    harness.press("Alt-p")
    let changes = harness.takeUnsaved()
    #expect(changes.map { $0.record?.isPinned } == [true])
    #expect(harness.takeUnsaved() == [])
  }

  @Test func troubleIsSaidAndTheListStaysUsable() throws {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.press("^X l")
    let query = try #require(harness.listQuestions.last?.query)
    harness.apply(.history(.notListed(reason: "the archive cannot be read", query: query)))
    #expect(harness.screen().contains("the archive cannot be read"))
    harness.press("Enter")
    #expect(harness.state.overlay == nil)
  }

  @Test func changesElsewhereBringTheRowsUpToDateInPlace() throws {
    var harness = Self.opened()
    harness.press("Down")
    harness.apply(.history(.listChanged))
    harness.list([.sample(4), .sample(3), .sample(2)])
    #expect(harness.state.conversationList?.selected?.number == 2)
  }

  @Test func whatTheArchiveCouldNotDoIsSaidAndTakenBack() throws {
    var harness = Self.opened()
    harness.press("Alt-p")
    let id = ConversationSummary.sample(3).record.id
    harness.apply(.history(.notRevised(reason: "the disk is full", id)))
    #expect(harness.state.status?.text == "the disk is full")
    harness.list([.sample(3), .sample(2), .sample(1)])
    #expect(harness.state.conversationList?.rows.first?.record.isPinned == false)
  }

  @Test(
    "ages",
    arguments: [
      (0, "now"), (59, "now"), (180, "3 min"), (7_200, "2 h"), (172_800, "2 d"),
      (31 * 86_400, "2026-01-31"), (-60, "now"),
    ] as [(Int64, String)]
  )
  func ages(seconds: Int64, text: String) {
    let now = WallTime(milliseconds: 1_772_539_200_000)
    #expect(now.adding(milliseconds: -seconds * 1_000).age(at: now) == text)
  }
}
