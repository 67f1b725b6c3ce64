import Testing

@testable import Typeset

@Suite struct GlyphTextTests {
  @Test(
    "cuts a line to a width with an ellipsis",
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("漢字", 4, "漢字"), ("漢字x", 4, "漢…"),
      ("漢字", 2, "…"),
      ("ab", 1, "…"), ("ab", 0, ""), ("", 0, ""), ("a\tb", 3, "a b"),
    ]
  )
  func fits(text: String, columns: Int, drawn: String) {
    let glyphs = [Glyph](oneLine: text).fitted(toColumns: columns)
    #expect(glyphs.map(\.text).joined() == drawn)
  }
}
