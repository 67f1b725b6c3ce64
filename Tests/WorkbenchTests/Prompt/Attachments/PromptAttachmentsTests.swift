import Conversation
import Support
import Testing

@testable import Workbench

/// Files that the prompt names, from the key to the request.
@Suite struct PromptAttachmentsTests {
  private static let notes = AttachmentPath("notes.md")

  private static func reading(_ path: AttachmentPath, _ text: String) -> AttachmentReading {
    let size = text.utf8.count
    let file = AttachedFile(name: path.text, sizeInBytes: size, content: .text(text))
    return AttachmentReading(path, .success(file))
  }

  private static let image = AttachmentReading(
    AttachmentPath("p.png"),
    .success(AttachedFile(name: "p.png", sizeInBytes: 3, content: .image(.png, base64: "AAAA")))
  )

  /// A workbench in which a prompt was typed and Enter pressed.
  private static func saying(_ text: String) -> WorkbenchHarness {
    var harness = WorkbenchHarness()
    harness.say(text)
    return harness
  }

  @Test func looksAtEachFileOnceAndReadsItWhenSent() {
    var harness = WorkbenchHarness()
    harness.apply(.input(.paste("see @notes.md and @b")))
    harness.type(" x")
    #expect(harness.effects == [.inspectAttachments([Self.notes, AttachmentPath("b")])])
    harness.press("Enter")
    let paths = [Self.notes, AttachmentPath("b")]
    #expect(harness.effects.last == .readAttachments(paths, reading: 1))
    #expect(harness.requests.isEmpty)
    #expect(harness.state.prompt.editor.text == "see @notes.md and @b x")
  }

  @Test func sendsTheFileBehindTheText() {
    var harness = Self.saying("see @notes.md")
    harness.read([Self.reading(Self.notes, "one")])
    #expect(
      harness.requests.map(\.messages)
        == [[ChatMessage(role: .user, content: "see @notes.md\n\nnotes.md:\n```\none\n```")]]
    )
    #expect(harness.state.prompt.editor.isEmpty)
    #expect(harness.effects.contains(.keepPrompt("see @notes.md")))
  }

  @Test func sendsTheFileAgainAsItWasWithTheNextTurn() {
    var harness = Self.saying("see @notes.md")
    harness.read([Self.reading(Self.notes, "one")])
    let first = harness.requests[0].messages
    harness.receive("yes")
    harness.end()
    harness.say("and?")
    #expect(
      harness.requests.last?.messages
        == first + [
          ChatMessage(role: .assistant, content: "yes"), ChatMessage(role: .user, content: "and?"),
        ]
    )
  }

  @Test(
    "keeps the prompt and says why",
    arguments: [
      .directory, .missing, .binary, .notUTF8, .notAFile, .unreadable("no"), .tooLarge(limit: 9),
    ] as [AttachmentProblem]
  )
  func keepsThePrompt(_ problem: AttachmentProblem) throws {
    var harness = Self.saying("see @notes.md")
    harness.read([AttachmentReading(Self.notes, .failure(problem))])
    #expect(harness.requests.isEmpty)
    #expect(harness.state.prompt.editor.text == "see @notes.md")
    #expect(try #require(harness.state.status).text.contains("notes.md"))
  }

  @Test func aMentionStaysText() {
    var harness = Self.saying("hello @alice, and you?")
    let alice = AttachmentPath("alice,")
    harness.read([AttachmentReading(alice, .failure(.missing))])
    #expect(
      harness.requests.map(\.messages)
        == [[ChatMessage(role: .user, content: "hello @alice, and you?")]]
    )
  }

  @Test("sends what it asked about only on Enter or y", arguments: ["Enter", "y", "Esc", "n", "x"])
  func asksBeforeALargeFile(_ key: String) {
    var harness = Self.saying("see @notes.md")
    let text = String(repeating: "x", count: AttachmentLimit.unaskedBytes + 1)
    harness.read([Self.reading(Self.notes, text)])
    #expect(
      harness.state.status
        == StatusMessage("Attach 64 kB of text?  Enter sends, Esc keeps it", role: .warning)
    )
    #expect(harness.requests.isEmpty)
    harness.press(key)
    #expect(harness.requests.count == (["Enter", "y"].contains(key) ? 1 : 0))
    let kept = ["Esc": "see @notes.md", "n": "see @notes.md", "x": "see @notes.mdx"]
    #expect(harness.state.prompt.editor.text == kept[key] ?? "")
    #expect(harness.state.focus == .prompt)
  }

  @Test func asksBeforeAWordThatWasMeantAsAFile() {
    var harness = Self.saying("use @types/node")
    let path = AttachmentPath("types/node")
    harness.read([AttachmentReading(path, .failure(.missing))])
    #expect(harness.requests.isEmpty)
    harness.press("Enter")
    #expect(
      harness.requests.map(\.messages) == [[ChatMessage(role: .user, content: "use @types/node")]]
    )
  }

  @Test func doesNotSendAPromptThatChangedMeanwhile() {
    var harness = Self.saying("see @notes.md")
    harness.type("!")
    harness.read([Self.reading(Self.notes, "one")])
    #expect(harness.requests.isEmpty)
    #expect(harness.state.prompt.editor.text == "see @notes.md!")
  }

  @Test func escStopsTheReading() {
    var harness = Self.saying("see @notes.md")
    harness.press("Esc")
    harness.read([Self.reading(Self.notes, "one")])
    #expect(harness.requests.isEmpty)
    #expect(harness.state.focus == .prompt)
  }

  @Test func sendsNoFileOfAPromptThatWasGivenUp() {
    var harness = Self.saying("@private.txt hi")
    harness.press("Esc ^U")
    harness.say("@notes.md hi")
    harness.apply(.attachmentsRead([Self.reading(AttachmentPath("private.txt"), "no")], reading: 1))
    #expect(harness.requests.isEmpty)
    harness.apply(.attachmentsRead([Self.reading(Self.notes, "one")], reading: 2))
    #expect(
      harness.requests.map(\.messages)
        == [[ChatMessage(role: .user, content: "@notes.md hi\n\nnotes.md:\n```\none\n```")]]
    )
  }

  @Test("asks before it sends what a paste names", arguments: ["Enter", "y", "Esc", "n"])
  func asksAboutAPaste(_ key: String) {
    var harness = WorkbenchHarness()
    harness.apply(.input(.paste("Dear all,\nsee @notes.md\n")))
    harness.say("now @b")
    harness.read([Self.reading(Self.notes, "one"), Self.reading(AttachmentPath("b"), "two")])
    #expect(
      harness.state.status
        == StatusMessage(
          "There was a paste: attach 2 files, 6 B: notes.md, b?  Enter sends, Esc keeps it",
          role: .warning
        )
    )
    #expect(harness.requests.isEmpty)
    harness.press(key)
    #expect(harness.requests.count == (["Enter", "y"].contains(key) ? 1 : 0))
  }

  @Test func asksAboutADraftOfTheLastRun() {
    var harness = WorkbenchHarness { $0.draft = "see @notes.md " }
    harness.press("Enter")
    harness.read([Self.reading(Self.notes, "one")])
    #expect(harness.requests.isEmpty)
    #expect(harness.state.status?.text.contains("attach 3 B: notes.md?") == true)
  }

  @Test func asksStillWhereAPasteWasKilledAndYanked() {
    var harness = WorkbenchHarness()
    harness.apply(.input(.paste("@notes.md ")))
    harness.press("^U ^Y Enter")
    harness.read([Self.reading(Self.notes, "one")])
    #expect(harness.requests.isEmpty)
  }

  @Test func asksNoMoreOnceThePasteIsSent() {
    var harness = WorkbenchHarness()
    harness.apply(.input(.paste("see @alice and @notes.md")))
    harness.press("Enter")
    harness.read([Self.reading(Self.notes, "one")])
    harness.press("Enter")
    harness.end()
    harness.say("see @notes.md")
    harness.read([Self.reading(Self.notes, "one")])
    #expect(harness.requests.count == 2)
  }

  @Test(
    "asks nothing about a paste that names no file",
    arguments: ["see", "a@b.example", "@alice"]
  )
  func asksNothing(_ paste: String) {
    var harness = WorkbenchHarness()
    harness.apply(.input(.paste(paste)))
    harness.press("Enter")
    harness.read([AttachmentReading(AttachmentPath("alice"), .failure(.missing))])
    #expect(harness.requests.count == 1)
  }

  @Test func refusesAnImageWhereAPresetTakesNone() {
    var harness = Self.saying("see @p.png")
    harness.read([Self.image])
    #expect(harness.requests.isEmpty)
    #expect(
      harness.state.status
        == StatusMessage(
          "not sent: the preset fast takes no images; if its model does, "
            + "set images = true in [preset.fast]",
          role: .error
        )
    )
  }

  @Test func refusesAPresetThatCannotSeeWhatWasSaidBefore() {
    var presets = WorkbenchHarness.presets
    presets[0].takesImages = true
    var harness = WorkbenchHarness(presets: presets)
    harness.say("see @p.png")
    harness.read([Self.image])
    #expect(
      harness.requests.map(\.messages) == [
        [
          ChatMessage(
            role: .user,
            parts: [.text("see @p.png\n\np.png:"), .image(.png, base64: "AAAA")]
          )
        ]
      ]
    )
    harness.end()
    harness.press("F2 Down Enter")
    harness.say("and now?")
    #expect(harness.requests.count == 1)
    #expect(harness.state.prompt.editor.text == "and now?")
    #expect(harness.state.status?.text.contains("[preset.32k]") == true)
  }

  @Test func queuesTheFileWithItsMessage() {
    var harness = WorkbenchHarness()
    harness.say("one")
    harness.say("see @notes.md")
    harness.read([Self.reading(Self.notes, "two")])
    #expect(harness.state.conversation.lanes[0].queue.map(\.text) == ["see @notes.md"])
    harness.receive("eins")
    harness.end()
    #expect(
      harness.requests.last?.messages.last
        == ChatMessage(role: .user, content: "see @notes.md\n\nnotes.md:\n```\ntwo\n```")
    )
  }

  @Test func showsAChipForEachFile() {
    var harness = WorkbenchHarness()
    harness.type("@notes.md @alice @no.md @p.png @n")
    harness.apply(
      .attachmentsInspected([
        Self.notes: .text(name: "notes.md", sizeInBytes: 4_100),
        AttachmentPath("alice"): .problem(.missing),
        AttachmentPath("no.md"): .problem(.missing), AttachmentPath("n"): .problem(.missing),
        AttachmentPath("p.png"): .image(.png, name: "p.png", sizeInBytes: 1_234_567),
      ])
    )
    #expect(
      harness.state.promptChips.map { "\($0.text)|\($0.role)" } == [
        "✗ @no.md no such file|error", "✗ @p.png png 1.2 MB, no images here|error",
        "@notes.md 4.1 kB|accent", "@alice stays text|muted",
      ]
    )
    harness.press("^U")
    #expect(harness.state.promptChips == [])
  }
}
