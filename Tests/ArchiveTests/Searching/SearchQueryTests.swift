import Conversation
import Support
import Testing

@testable import Archive

@Suite struct SearchQueryTests {
  @Test(
    "gives the index nothing but words in quotes",
    arguments: zip(
      [
        "wind", "wind ", "wi* sail ", "\"head wind\" x", "a AND b OR (c NOT", "say \"unclosed",
        "5\"", "!!! ",
        "a:b", "col:x*", "NEAR(a b)", "^x + y", "wind \"", "",
      ],
      [
        "\"wind\"*", "\"wind\"", "\"wi\"* \"sail\"", "\"head wind\" \"x\"*",
        "\"a\" \"AND\" \"b\" \"OR\" \"(c\" \"NOT\"*", "\"say\" \"unclosed\"", "\"5\"", nil,
        "\"a:b\"*", "\"col:x\"*",
        "\"NEAR(a\" \"b)\"*", "\"^x\" \"y\"*", "\"wind\"", nil,
      ]
    )
  )
  func quotes(text: String, match: String?) {
    #expect(SearchQuery(text).match == match)
  }

  @Test func readsFields() {
    let query = SearchQuery(
      "preset:fast Tag:\"at work\" role:user after:2026-01-02 before:2026 wind"
    ) {
      WallTime(milliseconds: Int64($0 * 10_000 + $1 * 100 + $2))
    }
    var expected = SearchQuery("")
    expected.terms = [SearchQuery.Term(text: "wind", isPrefix: true)]
    expected.presets = ["fast"]
    expected.tags = ["at work"]
    expected.role = .user
    expected.after = WallTime(milliseconds: 2026_01_02)
    expected.before = WallTime(milliseconds: 2026_01_01)
    #expect(query == expected)
  }

  @Test(
    "is not narrowed by what cannot be understood",
    arguments: [
      "after:", "after:20", "after:2026-13", "before:2026-02-x", "role:cook", "after:2026-02-31",
    ]
  )
  func passesOverMistakes(text: String) {
    #expect(SearchQuery(text) == SearchQuery(""))
  }

  @Test(arguments: Soak.seeds(200, whole: 20_000))
  func neverSaysAnythingThatTheIndexRefuses(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signs = [
      "\"", "*", ":", "AND", "NEAR(", ")", "-", "^", "preset:", "after:", "'", "\u{0}", " ", "a",
      "漢",
    ]
    let text = (0..<8).map { _ in signs.randomElement(using: &random) ?? "" }.joined()
    #expect(
      try SearchTests.shared.get().archive.searchNow(text + .nasty(using: &random), limit: 3).count
        <= 3
    )
  }
}
