import Testing

@testable import Typeset

@Suite struct HostileMarkdownTests {
  private static func whole(_ text: String) -> Document {
    var document = Document(text, widthInColumns: 80)
    document.layOutAll()
    return document
  }

  @Test(
    "a flood of signs is laid out",
    arguments: [
      "[", "[a ", "![", "![a](", "[](", "*", "*a_ ", "**x", "`", "<", "<a ", "<!--", "> ", "- ",
      "1. ", "* > - ", "\0", "\r", "a\r", "|", "&amp;", "\\", "$", "$a", "\\(", "[^", "[^a]",
      "[a]:",
      "www.", "http://", "a@", "#", "\t", "~", "\u{301}", "\u{202E}",
    ]
  )
  func floodsAreLaidOut(sign: String) {
    let document = Self.whole(String(repeating: sign, count: 10_000))
    #expect(document.rowCount < 12_000)
  }

  @Test func listsThousandsDeepAreLaidOut() {
    let lines = (0..<400).map { String(repeating: " ", count: 2 * $0) + "- a\n" }
    #expect(Self.whole(lines.joined()).rowCount >= 400)
    #expect(Self.whole(String(repeating: "- ", count: 5_000) + "a").rowCount >= 1)
  }

  @Test func aMegabyteWithoutALineEndIsLaidOut() {
    let document = Self.whole(String(repeating: "lorem ipsum ", count: 87_382))
    #expect(document.rowCount == 13_444)
  }

  @Test("what would be quadratic is text like any other", arguments: [1, 300, 3_000])
  func rowsOfPipesAreText(count: Int) {
    let pipes = String(repeating: "|", count: count)
    let text = "|a\n|-\n" + pipes + "b\n"
    let shown = Self.whole(text).rowsAsText.joined()
    #expect(count == 1 || shown.contains("b"))
    #expect(count == 1 || shown.contains { $0 == "|" })
    #expect(shown.unicodeScalars.allSatisfy { $0.value != 0x1F && $0 != "\u{241F}" })
  }

  @Test func aWideHeaderOverManyShortRowsIsNoTable() {
    let header = String(repeating: "|a", count: 200) + "\n" + String(repeating: "|-", count: 200)
    let document = Self.whole(header + "\n" + String(repeating: "x\n", count: 1_000))
    #expect(document.blocks.allSatisfy { $0.table == nil })
    #expect(document.rowsAsText[0].hasPrefix("|a|a|a"))
    #expect(document.rowsAsText.count { $0 == "x" } == 1_000)
  }

  @Test func whatIsHiddenFromTheParserIsShown() {
    let text = String(repeating: "[a <? ", count: 1_000) + "\n"
    let shown = Self.whole(text).rowsAsText.joined().filter { $0 != " " }
    #expect(shown == text.filter { $0 != " " && $0 != "\n" })
  }
}
