import Testing
import Workbench

@Suite struct LiteralSearchTests {
  @Test(
    "finds, with smart case",
    arguments: [
      ("ab", "xABab", [1..<3, 3..<5]), ("Ab", "abAb", [2..<4]), ("", "abc", []),
      ("aa", "aaaaa", [0..<2, 2..<4]),
      ("\u{E9}t\u{E9}", "\u{C9}T\u{C9} \u{E9}t\u{E9}", [0..<5, 6..<11]),
      ("\u{C9}", "\u{E9}\u{C9}", [2..<4]), ("\u{6F22}", "a\u{6F22}", [1..<4]), ("abc", "ab", []),
      ("\u{434}\u{430}", "\u{414}\u{410}", [0..<4]), ("x\ny", "ax\ny", [1..<4]),
    ]
  )
  func finds(query: String, text: String, ranges: [Range<Int>]) {
    #expect(LiteralSearch(query).ranges(in: text) == ranges)
  }
}
