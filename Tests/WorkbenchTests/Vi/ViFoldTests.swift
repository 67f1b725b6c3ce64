import Conversation
import Support
import Testing

@testable import Workbench

/// vi's keys over pastes that are folded and over the names of files.
@Suite struct ViFoldTests {
  private static let long = (1...40).map { "line \($0)" }.joined(separator: "\n")

  /// A prompt in normal mode, at its start, with a fold between two words.
  private static var folded: WorkbenchHarness {
    var harness = WorkbenchHarness { $0.editing = .vi }
    harness.type("see ")
    harness.apply(.input(.paste(long)))
    harness.type(" end")
    harness.press("Esc 0")
    return harness
  }

  /// The prompt's text with `F` for each fold's.
  private static func text(_ harness: WorkbenchHarness) -> String {
    harness.state.prompt.editor.text.replacing(long, with: "F")
  }

  private static func caretColumn(_ harness: WorkbenchHarness) -> Int? {
    var harness = harness
    _ = harness.frame()
    return harness.state.prompt.screen.caretColumn
  }

  @Test(
    "a fold is one character",
    arguments: [
      ("w x", "see  end"), ("w x u", "see F end"), ("w x P", "see F end"), ("w D", "see "),
      ("d w", "F end"), ("d d", ""), ("w y l $ p", "see F endF"), ("w d l $ p", "see  endF"),
      ("w r .", "see . end"), ("w ~", "see F end"), ("w v d", "see  end"), ("w v l d", "see end"),
      ("$ d 0", "d"), ("w h x", "seeF end"), ("w d $", "see "), ("f e x . u", "se F end"),
      ("y y p", "see F end\nsee F end"), ("w i N Esc", "see NF end"), ("w a N Esc", "see FN end"),
      ("V y P", "see F end\nsee F end"), ("w s N Esc", "see N end"), ("w C N Esc", "see N"),
    ]
  )
  func isOneCharacter(keys: String, text: String) {
    var harness = Self.folded
    harness.press(keys)
    #expect(Self.text(harness) == text)
  }

  @Test(
    "motions step over it",
    arguments: [
      ("w", 4), ("w l", 30), ("w l h", 4), ("w w", 31), ("$ b b", 4), ("$ B B", 4), ("w e", 33),
      ("5 l", 30), ("w 0", 0),
    ]
  )
  func stepsOverIt(keys: String, column: Int) {
    var harness = Self.folded
    harness.press(keys)
    #expect(Self.caretColumn(harness) == column)
  }

  @Test func opensFromNormalMode() {
    var harness = Self.folded
    harness.press("w Alt-o")
    #expect(harness.state.prompt.editor.buffer.text == "see \(Self.long) end")
    harness.press("u")
    #expect(harness.state.prompt.editor.text == "see \(Self.long) end")
  }

  @Test func sendsWhatWasPutBack() {
    var harness = Self.folded
    harness.press("w x P Enter")
    #expect(harness.requests.last?.messages.last?.content == "see \(Self.long) end")
  }

  @Test func aChipGoesWithItsName() {
    var harness = WorkbenchHarness { $0.editing = .vi }
    harness.type("read @notes.md now")
    let path = AttachmentPath("notes.md")
    harness.apply(.attachmentsInspected([path: .text(name: "notes.md", sizeInBytes: 9)]))
    #expect(harness.screen().contains("notes.md 9 B"))
    harness.press("Esc 0 w d W")
    #expect(harness.state.prompt.editor.text == "read now")
    #expect(!harness.screen().contains("notes.md"))
    harness.press("u")
    harness.apply(.attachmentsInspected([path: .text(name: "notes.md", sizeInBytes: 9)]))
    #expect(harness.screen().contains("notes.md 9 B"))
  }
}
