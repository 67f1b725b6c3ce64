import Conversation
import Support
import Testing
import Workbench

/// What has to be drawn anew after an action; that no less is drawn is checked by playing at random (`AnythingGoesTests`).
@Suite struct ScreenChangeTests {
  private static func streaming() -> WorkbenchHarness {
    var harness = WorkbenchHarness()
    harness.say("hi")
    harness.receive("one ")
    harness.wait(milliseconds: 10)
    _ = harness.frame()
    return harness
  }

  @Test func textThatGrowsChangesTheConversationAlone() {
    var harness = Self.streaming()
    harness.receiveDelta("two ")
    #expect(harness.state.screenChange == .conversation)
  }

  @Test func figuresThatAreDueChangeTheirPlaces() {
    var harness = Self.streaming()
    harness.wait(milliseconds: 300)
    harness.receiveDelta("two ")
    #expect(harness.state.screenChange == [.conversation, .figures])
  }

  @Test func theClockChangesTheFiguresOfAStreamThatIsSilent() {
    var harness = Self.streaming()
    harness.wait(milliseconds: 400)
    harness.apply(.tick)
    #expect(harness.state.screenChange == [.conversation, .figures])
    _ = harness.frame()
    harness.apply(.tick)
    #expect(harness.state.screenChange == [])
  }

  @Test func theFirstTextChangesEverything() {
    var harness = WorkbenchHarness()
    harness.say("hi")
    _ = harness.frame()
    harness.receive("one ")
    #expect(harness.state.screenChange == .everything)
  }

  @Test func theEndChangesEverything() {
    var harness = Self.streaming()
    harness.end()
    #expect(harness.state.screenChange == .everything)
  }

  @Test func aFurtherLetterChangesThePromptAlone() {
    var harness = WorkbenchHarness()
    harness.type("a")
    _ = harness.frame()
    harness.type("b")
    #expect(harness.state.screenChange == .prompt)
  }

  @Test("what a letter takes along changes the rest", arguments: ["/", "^X", "F1"])
  func more(before: String) {
    var harness = WorkbenchHarness()
    harness.press(before)
    _ = harness.frame()
    harness.type("b")
    #expect(harness.state.screenChange == .everything)
  }

  @Test func aLetterWhileTextStreamsChangesBoth() {
    var harness = Self.streaming()
    harness.type("a")
    _ = harness.frame()
    harness.receiveDelta("two ")
    harness.type("b")
    #expect(harness.state.screenChange == [.conversation, .prompt])
  }

  @Test func aLetterThatMovesTheRuleChangesEverything() {
    var harness = WorkbenchHarness(columns: 40)
    harness.type(String(repeating: "a", count: 34))
    _ = harness.frame()
    harness.type(String(repeating: "a", count: 10))
    #expect(harness.state.screenChange == .everything)
  }

  @Test func whatWasSavedChangesNothing() {
    var harness = Self.streaming()
    harness.apply(.history(.saved([:])))
    #expect(harness.state.screenChange == [])
  }

  @Test func savingThatGoesAgainTakesTheWarningAway() {
    var harness = Self.streaming()
    harness.apply(.history(.notSaved(reason: "full")))
    _ = harness.frame()
    harness.apply(.history(.saved([:])))
    #expect(harness.state.screenChange == .everything)
  }
}

extension WorkbenchHarness {
  /// Gives content to the newest request, as in the middle of a stream.
  fileprivate mutating func receiveDelta(_ text: String) {
    guard let request = requests.last?.id else { return }
    receive(.delta(Delta(channel: .content, text: text, time: now)), for: request)
  }
}
