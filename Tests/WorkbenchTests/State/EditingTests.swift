import Conversation
import Support
import Testing
import Workbench

/// A sent message in the prompt, to be sent again; the draft that stood there is never lost.
@Suite struct EditingTests {
  /// Said "one", answered "eins", a draft typed, and "one" taken in again.
  private static func editing(while draft: String = "draft") -> WorkbenchHarness {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.receive("eins")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.type(draft)
    harness.press("Esc K e")
    return harness
  }

  @Test(
    "the draft comes back however editing ends",
    arguments: ["Esc", "^C", "^X n", "Enter"]
  )
  func bringsTheDraftBack(keys: String) {
    var harness = Self.editing()
    #expect(harness.state.prompt.editor.text == "one")
    harness.press(keys)
    #expect(harness.state.prompt.editor.text == "draft")
    #expect(harness.state.prompt.editing == nil)
  }

  @Test func queuedMessagesGoBackToTheDraft() {
    var harness = Self.editing()
    harness.press("Esc ^U")
    harness.say("two")
    harness.say("three")
    harness.type("draft")
    harness.press("Tab K K e")
    harness.end(.failed(ReplyError(kind: .api, source: "s", problem: "p")))
    #expect(harness.state.prompt.editor.text == "one")
    harness.wait(milliseconds: 1_000)
    harness.press("Esc")
    #expect(harness.state.prompt.editor.text == "three\ndraft")
  }

  @Test func upDoesNotRecallAQueuedMessageIntoTheEdit() {
    var harness = Self.editing(while: "")
    harness.press("Esc")
    harness.say("two")
    harness.say("three")
    harness.press("Tab K K e ^U Up")
    #expect(harness.state.conversation.lanes[0].queue == ["three"])
  }

  @Test func sendsAlsoWhereNoLaneShowsTheOldMessageAnyMore() {
    var harness = Self.editing(while: "")
    harness.press("Enter")
    harness.receive("zwei")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Esc K e Tab <")
    harness.press("i")
    harness.say(" more")
    #expect(harness.requests.last?.messages == [ChatMessage(role: .user, content: "one more")])
    #expect(harness.state.tree.roots.count == 3)
  }

  @Test func everyChangeOfTheTextHasItsOwnRevision() {
    var harness = Self.editing()
    let edited = harness.state.prompt.editor.revision
    harness.press("Esc")
    let back = harness.state.prompt.editor.revision
    harness.type("s")
    #expect(edited < back)
    #expect(back < harness.state.prompt.editor.revision)
  }

  @Test(
    "a key for a message says that there is none",
    arguments: ["y", "e", "r", "R", "c", "<", ">"]
  )
  func saysThatThereIsNoMessage(key: String) {
    var harness = WorkbenchHarness()
    harness.press("Esc \(key)")
    #expect(harness.state.status?.text == "there is no message here yet")
    #expect(harness.state.overlay == nil)
  }

  @Test func anEmptyReplyIsNotCopied() {
    var harness = WorkbenchHarness()
    harness.say("hi")
    harness.end(.failed(ReplyError(kind: .transport, source: "s", problem: "p")))
    harness.wait(milliseconds: 1_000)
    harness.press("Esc y")
    #expect(harness.state.status?.text == "this message has no text to copy")
  }
}
