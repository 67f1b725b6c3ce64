import Testing

@testable import Workbench

@Suite struct PromptHistoryTests {
  @Test func goesBackAndForthAndKeepsTheDraft() {
    var history = PromptHistory(entries: ["one", "two"])
    let back = ["draft", "two", "one"].map { history.previous(current: $0) }
    #expect(back == ["two", "one", nil])
    #expect(history.isRecalling)
    let forth = ["one", "two", "draft"].map { history.next(current: $0) }
    #expect(forth == ["two", "draft", nil])
    #expect(!history.isRecalling)
  }

  @Test func keepsWhatWasChangedOnTheWay() {
    var history = PromptHistory(entries: ["one", "two"])
    _ = history.previous(current: "")
    _ = history.previous(current: "two, changed")
    let next = history.next(current: "one")
    #expect(next == "two, changed")
    #expect(history.entries == ["one", "two"])
  }

  @Test func addsWhatIsNewAndGoesToTheEnd() {
    var history = PromptHistory(entries: ["one"])
    _ = history.previous(current: "draft")
    for entry in ["one", " \n", "two", "two"] { history.add(entry) }
    #expect(history.entries == ["one", "two"])
    #expect(!history.isRecalling)
    let previous = history.previous(current: "")
    #expect(previous == "two")
  }

  @Test func forgetsTheOldest() {
    var history = PromptHistory(entries: (0..<1_000).map(String.init))
    history.add("new")
    #expect(history.entries.count == 1_000)
    #expect(history.entries.first == "1")
    let previous = history.previous(current: "")
    #expect(previous == "new")
  }
}
