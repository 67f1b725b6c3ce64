import Conversation
import Support
import Testing
import Workbench

@Suite struct CodeViewTests {
  private static let long = (1...12).map { "<\($0)23456789>" }.joined()

  private static func harness() -> WorkbenchHarness {
    var harness = WorkbenchHarness(rows: 24, columns: 60)
    harness.say("go")
    harness.receive("*Look*:\n\n```\nshort\n\(long)\n```\n")
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Tab")
    return harness
  }

  private static func rows(_ harness: inout WorkbenchHarness, with text: String) -> [String] {
    harness.screen().split(separator: "\n").map(String.init).filter { $0.contains(text) }
  }

  @Test func cutsAndMovesSidewaysAsFarAsTheLongestLine() {
    var harness = Self.harness()
    #expect(Self.rows(&harness, with: "<123")[0].contains("\u{203A}"))
    #expect(!Self.rows(&harness, with: "short")[0].contains("\u{203A}"))
    harness.press("l")
    #expect(harness.state.conversation.lanes[0].codeOffset == 8)
    #expect(Self.rows(&harness, with: "<223")[0].contains("\u{2039}89>"))
    harness.press("l l l l l l l l l l l l l l l l l")
    #expect(Self.rows(&harness, with: "<1223456789>").count == 1)
    #expect(!Self.rows(&harness, with: "<1223456789>")[0].contains("\u{203A}"))
    let end = harness.state.conversation.lanes[0].codeOffset
    harness.press("Right")
    #expect(harness.state.conversation.lanes[0].codeOffset == end)
    harness.press("h")
    #expect(harness.state.conversation.lanes[0].codeOffset == end - 8)
  }

  @Test func wrapsOrCuts() {
    var harness = Self.harness()
    harness.press("l w")
    #expect(!harness.screen().contains("\u{203A}"))
    #expect(harness.screen().contains("<1223456789>"))
    harness.press("l")
    #expect(harness.state.status?.text == "code is wrapped in this lane; w cuts it instead")
    harness.press("w")
    #expect(Self.rows(&harness, with: "<123")[0].contains("\u{203A}"))
  }

  @Test func numbersLinesNotRows() {
    var harness = Self.harness()
    harness.press("# w")
    let screen = harness.screen()
    #expect(screen.contains("1 short"))
    #expect(screen.contains("2 <123"))
    #expect(!screen.contains("3 23456"))
    harness.press("w #")
    #expect(!harness.screen().contains("1 short"))
  }

  @Test func showsTheMarkdownOfOneMessage() {
    var harness = Self.harness()
    #expect(!harness.screen().contains("*Look*"))
    harness.press("m")
    #expect(harness.screen().contains("*Look*"))
    harness.press("m")
    #expect(!harness.screen().contains("*Look*"))
  }
}
