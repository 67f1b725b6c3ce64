import Conversation
import Support
import Testing
import Workbench

/// Files and folded pastes, in the prompt and in the conversation.
@Suite struct AttachmentScreenTests {
  @Test("chips above the prompt, and files of a message", arguments: [(24, 120), (18, 60)])
  func shows(rows: Int, columns: Int) {
    var harness = Self.harness(rows: rows, columns: columns)
    harness.type("Now @nots.md and @photo.jpg with @bob: ")
    harness.apply(
      .attachmentsInspected([
        AttachmentPath("nots.md"): .problem(.missing), AttachmentPath("bob:"): .problem(.missing),
        AttachmentPath("photo.jpg"): .image(.jpeg, name: "photo.jpg", sizeInBytes: 1_840_000),
      ])
    )
    harness.apply(.input(.paste(String(repeating: "pasted\n", count: 120))))
    expectSnapshot(harness.screen(), named: "attachments-\(columns)x\(rows)")
  }

  @Test func unfoldsWhatWasSent() {
    var harness = Self.harness(rows: 24, columns: 80)
    harness.press("Tab K z")
    expectSnapshot(harness.screen(), named: "attachments-unfolded-80x24")
    harness.press("y")
    let text =
      "Compare @notes.md and @photo.png\n\nnotes.md:\n```\nfirst\nsecond\n```\n\n"
      + "photo.png: [png image, 120000 bytes]"
    #expect(harness.effects.last == .copy(text, what: "the message"))
    harness.press("z")
    #expect(!harness.screen().contains("second"))
  }

  /// A conversation with two files.
  private static func harness(rows: Int, columns: Int) -> WorkbenchHarness {
    var presets = WorkbenchHarness.presets
    presets[0].takesImages = true
    var harness = WorkbenchHarness(rows: rows, columns: columns, presets: presets)
    harness.say("Compare @notes.md and @photo.png")
    let files = [
      AttachedFile(name: "notes.md", sizeInBytes: 13, content: .text("first\nsecond\n")),
      AttachedFile(
        name: "photo.png",
        sizeInBytes: 120_000,
        content: .image(.png, base64: "AAAA")
      ),
    ]
    let readings = files.map { AttachmentReading(AttachmentPath($0.name), .success($0)) }
    harness.read(readings)
    harness.receive("They differ.")
    harness.end()
    return harness
  }
}
