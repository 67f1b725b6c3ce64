import Conversation
import Support
import Testing
import Workbench

@Suite struct ShelvedConversationTests {
  private static func left() -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 120)
    harness.say("one")
    harness.receive("eins")
    harness.end()
    harness.press("^X n")
    return harness
  }

  @Test func comesBackWithEverythingThatWasSaid() {
    var harness = Self.left()
    #expect(harness.screen().contains("new conversation; ^X u goes back"))
    #expect(!harness.screen().contains("eins"))
    harness.press("^X u")
    #expect(harness.screen().contains("eins"))
    harness.say("two")
    #expect(harness.requests.last?.messages.map(\.content) == ["one", "eins", "two"])
  }

  @Test func changesPlacesWithTheNewOne() {
    var harness = Self.left()
    harness.say("other")
    harness.receive("andere")
    harness.press("^X u ^X u")
    #expect(harness.screen().contains("andere"))
    #expect(harness.screen().contains("stopped"))
    #expect(!harness.screen().contains("eins"))
  }

  @Test func anEmptyConversationTakesNobodysPlace() {
    var harness = Self.left()
    harness.press("^X n ^X n ^X u")
    #expect(harness.screen().contains("eins"))
  }

  @Test func saysThatThereIsNoneBefore() {
    var harness = WorkbenchHarness(rows: 24, columns: 120)
    harness.press("^X u")
    #expect(harness.screen().contains("there is no conversation before this one"))
  }
}
