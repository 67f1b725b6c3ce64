import Conversation
import Support
import Testing
import Typeset

@testable import Workbench

/// Long pastes that are folded in the prompt.
@Suite struct PastesTests {
  private static let long = (1...40).map { "line \($0)" }.joined(separator: "\n")

  /// A prompt with a fold between two words.
  private static var folded: WorkbenchHarness {
    var harness = WorkbenchHarness()
    harness.type("see ")
    harness.apply(.input(.paste(long)))
    harness.type(" end")
    return harness
  }

  private static func promptRows(_ harness: WorkbenchHarness) -> [String] {
    var harness = harness
    _ = harness.frame()
    return harness.state.prompt.screen.rows.map { $0.map(\.text).joined() }
  }

  @Test func foldsALongPasteAndKeepsItsText() {
    let harness = Self.folded
    #expect(Self.promptRows(harness) == ["see [paste 1: 40 lines, 310 B] end"])
    #expect(harness.state.prompt.editor.text == "see \(Self.long) end")
    #expect(harness.state.prompt.rowCount == 1)
  }

  @Test("a short paste stays text", arguments: [1, 29, 30])
  func leavesAShortPaste(_ lines: Int) {
    var harness = WorkbenchHarness()
    let text = String(repeating: "x\n", count: lines)
    harness.apply(.input(.paste(text)))
    #expect(harness.state.prompt.editor.buffer.text == text)
  }

  @Test func leavesBlankLines() {
    var editor = TextEditor()
    let text = String(repeating: " \n", count: 99)
    let lines = editor.pasteFolding(text)
    #expect(lines == nil)
    #expect(editor.buffer.text == text)
  }

  @Test func sendsTheWholeText() {
    var harness = Self.folded
    harness.press("Enter")
    #expect(
      harness.requests.map(\.messages)
        == [[ChatMessage(role: .user, content: "see \(Self.long) end")]]
    )
    #expect(harness.effects.contains(.keepPrompt("see \(Self.long) end")))
    harness.press("Up")
    #expect(harness.state.prompt.editor.text == "see \(Self.long) end")
  }

  @Test func countsTheLinesOfAnyLineEnd() {
    var editor = TextEditor()
    let lines = editor.pasteFolding(Self.long.replacing("\n", with: "\r\n"))
    #expect(lines == 40)
    #expect(editor.text == Self.long)
  }

  @Test func goesAsAUnitAndComesBack() {
    var harness = Self.folded
    harness.press("Left Left Left Left Backspace")
    #expect(harness.state.prompt.editor.text == "see  end")
    harness.press("^_")
    #expect(harness.state.prompt.editor.text == "see \(Self.long) end")
    #expect(Self.promptRows(harness) == ["see [paste 1: 40 lines, 310 B] end"])
  }

  @Test func isOnePlaceForTheCaret() {
    var harness = Self.folded
    harness.press("^A Right Right Right Right")
    _ = harness.frame()
    #expect(harness.state.prompt.screen.caretColumn == 4)
    harness.press("Right")
    _ = harness.frame()
    #expect(harness.state.prompt.screen.caretColumn == 30)
    harness.press("Del Del")
    #expect(harness.state.prompt.editor.text == "see \(Self.long)nd")
  }

  @Test(
    "opens where the caret touches it",
    arguments: ["^A Right Right Right Right", "^E ^A Alt-f Right Right"]
  )
  func opens(_ keys: String) {
    var harness = Self.folded
    harness.press(keys + " Alt-o")
    #expect(harness.state.prompt.editor.buffer.text == "see \(Self.long) end")
    harness.press("^_")
    #expect(Self.promptRows(harness) == ["see [paste 1: 40 lines, 310 B] end"])
  }

  @Test func saysWhereThereIsNothingToOpen() {
    var harness = Self.folded
    harness.press("Alt-o")
    #expect(harness.state.status == StatusMessage("there is no folded paste at the caret"))
  }

  @Test func numbersThemApartAndYanksThemBack() {
    var harness = Self.folded
    harness.apply(.input(.paste(Self.long)))
    #expect(
      Self.promptRows(harness) == [
        "see [paste 1: 40 lines, 310 B] ", "end[paste 2: 40 lines, 310 B]",
      ]
    )
    harness.press("^U")
    #expect(harness.state.prompt.editor.text == "")
    harness.say("between")
    harness.press("^Y")
    #expect(harness.state.prompt.editor.text == "see \(Self.long) end\(Self.long)")
  }

  @Test func namesNoFilesFromAFold() {
    var harness = WorkbenchHarness()
    harness.apply(.input(.paste(Self.long.replacing("line", with: "@file"))))
    #expect(harness.effects == [])
  }

  @Test func movesByRowsPastALabel() {
    var editor = TextEditor("0123456789012345\n")
    _ = editor.pasteFolding(Self.long)
    editor.insert("x\n0123456789012345678901234567890123456789")
    let hasMovedUp = editor.moveByRows(-1, widthInColumns: 80)
    #expect(hasMovedUp)
    #expect(editor.caret == TextBuffer.Position(line: 1, offset: 8))
    editor.moveCaret(to: TextBuffer.Position(line: 0, offset: 10))
    let hasMovedDown = editor.moveByRows(1, widthInColumns: 80)
    #expect(hasMovedDown)
    #expect(editor.caret == TextBuffer.Position(line: 1, offset: 0))
  }

  @Test func marksWhereLabelsAreDrawn() {
    var harness = Self.folded
    _ = harness.frame()
    let columns = harness.state.prompt.screen.labels.first?.flatMap { Array($0) }
    #expect(columns == Array(4..<30))
  }

  @Test func foldsNoMoreThanItCanTellApart() {
    var editor = TextEditor()
    let counts = (0...240).map { _ in editor.pasteFolding(Self.long) }
    #expect(counts == Array(repeating: 40, count: 240) + [nil])
    #expect(editor.text == String(repeating: Self.long, count: 241))
    editor.reset()
    let lines = editor.pasteFolding(Self.long)
    #expect(lines == 40)
  }
}
