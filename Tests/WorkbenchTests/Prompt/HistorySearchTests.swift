import Testing

@testable import Workbench

@Suite struct HistorySearchTests {
  private static let history = PromptHistory(entries: [
    "list Files", "make tea", "list files", "make tests",
  ])

  @Test func findsTheNewestAsOneTypes() {
    var search = HistorySearch(in: Self.history, draft: "draft")
    #expect(search.match == nil)
    var seen: [String?] = []
    for letter in ["m", "ake ", "tea"] {
      search.type(letter)
      seen.append(search.match)
    }
    #expect(seen == ["make tests", "make tests", "make tea"])
    #expect(search.accepted == "make tea")
  }

  @Test func goesOnToOlderEntries() {
    var search = HistorySearch(in: Self.history, draft: "")
    search.type("list f")
    #expect(search.match == "list files")
    let found = [search.older(), search.older()]
    #expect(found == [true, false])
    #expect(search.match == "list Files")
  }

  @Test func mindsCapitalsWhereTheQueryHasSome() {
    var search = HistorySearch(in: Self.history, draft: "")
    search.type("F")
    #expect(search.match == "list Files")
  }

  @Test func failsAndRecovers() {
    var search = HistorySearch(in: Self.history, draft: "draft")
    search.type("tex")
    #expect(search.isFailing)
    #expect(search.accepted == "draft")
    search.deleteBackward()
    #expect(search.match == "make tests")
    search.deleteBackward()
    search.deleteBackward()
    #expect(search.match == nil)
    #expect(!search.isFailing)
  }

  @Test func skipsEntriesThatAreTheSame() {
    let history = PromptHistory(entries: ["a1", "a2", "b", "a2"])
    var search = HistorySearch(in: history, draft: "")
    search.type("a")
    search.older()
    #expect(search.match == "a1")
  }
}
