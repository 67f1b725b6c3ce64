import Testing

@testable import Workbench

@Suite struct CompletionWordTests {
  /// The word before the caret, in short: its kind and its text.
  private static func word(_ text: String) -> String? {
    CompletionWord(in: TextEditor(text)).map {
      "\($0.kind) \($0.text) \($0.start.line):\($0.start.offset)"
    }
  }

  @Test(
    "finds the word before the caret",
    arguments: [
      ("/", "command  0:0"), ("/pre", "command pre 0:0"), ("/reply.r", "command reply.r 0:0"),
      ("/preset fa", "argument(Workbench.SlashCommand.Argument.preset) fa 0:8"),
      ("/preset my fa", "argument(Workbench.SlashCommand.Argument.preset) my fa 0:8"),
      ("/lanes fast cl", "argument(Workbench.SlashCommand.Argument.presets) cl 0:12"),
      ("/set te", "argument(Workbench.SlashCommand.Argument.parameter) te 0:5"),
      ("/set te 1", nil), ("/set te=", nil), ("/system be", nil), ("/new x", nil), ("hi", nil),
      ("", nil),
      ("see @no", "attachment(isQuoted: false) no 0:4"), ("@", "attachment(isQuoted: false)  0:0"),
      ("@\"my no", "attachment(isQuoted: true) my no 0:0"), ("a@b", nil), ("@a ", nil),
      ("/etc/ho", "path /etc/ho 0:0"), ("see /etc", "path /etc 0:4"), ("a\n/x", "path /x 1:0"),
      ("/system @no", "attachment(isQuoted: false) no 0:8"),
    ]
  )
  func finds(text: String, word: String?) {
    #expect(Self.word(text) == word)
  }

  @Test func looksAtWhatStandsBeforeTheCaret() {
    var editor = TextEditor("/preset")
    editor.moveCaret(to: TextBuffer.Position(line: 0, offset: 3))
    #expect(CompletionWord(in: editor)?.text == "pr")
  }

  @Test func doesNotLookFarIntoALine() {
    #expect(CompletionWord(in: TextEditor(String(repeating: "a ", count: 3_000) + "@x")) == nil)
  }
}
