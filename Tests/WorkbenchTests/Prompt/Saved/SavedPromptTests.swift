import Conversation
import Support
import Testing

@testable import Workbench

@Suite struct SavedPromptTests {
  private static let review = SavedPrompt(
    name: "review",
    text: "Review {file} as a {role}: {file}",
    updated: WallTime(milliseconds: 0)
  )
  private static let plain = SavedPrompt(
    name: "plain",
    text: "Say it plainly.",
    updated: WallTime(milliseconds: 0)
  )

  private static func harness(_ keys: String) -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.press(keys)
    harness.apply(.history(.prompts([plain, review])))
    return harness
  }

  @Test(
    "reads placeholders and braces",
    arguments: [
      ("{a} and {b-2} and {a}", ["a", "b-2"], "1 and {b-2} and 1"),
      ("{{a}} {\"a\": 1} {} {1} {a b}", [], "{a} {\"a\": 1} {} {1} {a b}"),
      ("{_x}}} {a", ["_x"], "{_x}} {a"), ("{\u{E4}}", ["\u{E4}"], "{\u{E4}}"), ("", [], ""),
    ]
  )
  func reads(text: String, names: [String], filled: String) {
    let template = PromptTemplate(text)
    #expect(template.placeholders == names)
    #expect(template.filled(["a": "1"]) == filled)
  }

  @Test func theListPutsAPromptIntoThePromptWithoutSendingIt() {
    var harness = Self.harness("^X i")
    #expect(harness.effects == [.history(.listPrompts)])
    harness.type("pla")
    harness.press("Enter")
    #expect(harness.state.prompt.editor.text == "Say it plainly.")
    #expect(harness.requests.isEmpty)
  }

  @Test func placeholdersAreAskedForOneAfterTheOther() {
    var harness = Self.harness("^X i")
    harness.press("Down Enter")
    #expect(harness.screen().contains("review: {file}, 1 of 2"))
    harness.type("a.swift")
    harness.press("Tab Shift-Tab")
    harness.type("!")
    harness.press("Enter")
    harness.type("pilot")
    harness.press("Enter")
    #expect(harness.state.prompt.editor.text == "Review a.swift! as a pilot: a.swift!")
    #expect(harness.state.overlay == nil)
  }

  @Test func aWordWithASlashUsesItOnceItIsKnown() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("/prompt plain")
    #expect(harness.effects.last == .history(.listPrompts))
    harness.apply(.history(.prompts([Self.plain])))
    #expect(harness.state.prompt.editor.text == "Say it plainly.")
    harness.press("^U")
    harness.say("/prompt plane")
    #expect(harness.screen().contains("did you mean \"plain\"?"))
  }

  @Test func thePaletteHasThem() {
    var harness = Self.harness("Alt-x")
    harness.type("prompt: review")
    harness.press("Enter")
    #expect(harness.screen().contains("review: {file}, 1 of 2"))
  }

  @Test func whatIsWrittenIsSavedByAName() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.type("Explain {what}")
    harness.press("^X S")
    harness.type("my prompt")
    harness.press("Enter")
    let saved = SavedPrompt(
      name: "my-prompt",
      text: "Explain {what}",
      updated: harness.state.wallNow
    )
    #expect(harness.effects.last == .history(.savePrompt(saved)))
    #expect(harness.state.prompt.editor.text == "Explain {what}")
  }

  @Test func aSlashCommandSavesItsTextOrWhatWasSaidLast() {
    var harness = WorkbenchHarness(rows: 24, columns: 80)
    harness.say("/save-prompt x")
    #expect(harness.screen().contains("there is no prompt to save yet"))
    harness.press("^U")
    harness.say("Tell me")
    harness.say("/save-prompt x")
    harness.say("/save-prompt y Ask {me}")
    let texts = harness.effects.compactMap { effect -> String? in
      if case .history(.savePrompt(let prompt)) = effect { return prompt.text }
      return nil
    }
    #expect(texts == ["Tell me", "Ask {me}"])
  }

  @Test func removingTakesTwoPresses() {
    var harness = Self.harness("^X i")
    harness.press("Alt-d")
    #expect(harness.effects.count == 1)
    harness.press("Alt-d")
    #expect(harness.effects.last == .history(.removePrompt(name: "plain")))
  }
}
