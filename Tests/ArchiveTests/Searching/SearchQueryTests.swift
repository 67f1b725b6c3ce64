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
      ("after:", "after: \(date("after")), not nothing"),
      ("after:20", "after: \(date("after")), not \"20\""),
      ("after:2026-13", "after: \(date("after")), not \"2026-13\""),
      ("before:2026-02-x", "before: \(date("before")), not \"2026-02-x\""),
      ("after:2026-02-31", "after: \(date("after")), not \"2026-02-31\""),
      ("role:cook", "role: wants user, reply, note, not \"cook\""),
      ("preset:", "preset: wants the name of a preset, as in preset:fast, not nothing"),
      ("TAG:\"\"", "tag: wants a tag, as in tag:work, not nothing"),
    ]
  )
  func saysWhatIsWanted(text: String, problem: String) {
    let query = SearchQuery(text)
    #expect(query.isEmpty)
    #expect(query.problems == [problem])
  }

  private static func date(_ field: String) -> String {
    "wants a date, as in \(field):2026-01-31, \(field):2026-01 or \(field):2026"
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
