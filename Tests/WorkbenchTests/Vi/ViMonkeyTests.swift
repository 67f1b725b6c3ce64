import Support
import Testing

@testable import Workbench

/// Whatever is typed, vi goes on, and the caret stands where it may.
@Suite struct ViMonkeyTests {
  private static let keys =
    Array("hjklwbeWBE0^$ggG{}%fFtT;,/?nNdcyxXDCYsSrJ~pPu.vVoOiaIAoOiwa\"('`[{<>123 漢e").map(
      String.init
    )
    + [
      "<Esc>", "<Esc>", "<CR>", "<NL>", "<BS>", "<C-r>", "<C-w>", "<C-y>", "<C-_>", "<Del>", "<Up>",
      "<End>",
    ]
  private static let texts = [
    "", "one two", "a\n\n  b c\n", "漢字 e\u{301}👍🏽\n\"q (x [y])\"\n{\n z\n}", " \n\t\n",
    "👨‍👩‍👧\u{301}\u{301}x\r\ny",
  ]

  @Test(arguments: 0..<60) func standsOnACharacter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var vi = ViEditor("|" + (Self.texts.randomElement(using: &random) ?? ""))
    var typed = ""
    for _ in 0..<300 {
      let key = Self.keys.randomElement(using: &random) ?? "x"
      typed += key
      vi.type(key)
      let (buffer, caret) = (vi.editor.buffer, vi.editor.caret)
      guard buffer.aligned(caret) == caret else {
        Issue.record("the caret is inside a character after \(typed)")
        return
      }
      let isBehind = caret.offset > 0 && caret == buffer.endOfLine(caret.line)
      if vi.editor.vi?.mode == .normal, isBehind {
        Issue.record("the caret is behind the line after \(typed)")
        return
      }
      if buffer.text.utf8.count > 20_000 { vi = ViEditor("|one") }
    }
  }

  @Test(arguments: 0..<20) func undoesEverything(seed: UInt64) {
    var random = SeededGenerator(seed: 1_000 + seed)
    let text = Self.texts.randomElement(using: &random) ?? ""
    var vi = ViEditor("|" + text)
    for _ in 0..<100 { vi.type(Self.keys.randomElement(using: &random) ?? "x") }
    vi.type("<Esc><Esc><Esc>iq<Esc>")
    let changed = vi.editor.text
    vi.type("<Esc><Esc><Esc>9999u")
    #expect(vi.editor.text == TextBuffer(text).text)
    vi.type("9999<C-r>")
    #expect(vi.editor.text == changed)
  }
}
