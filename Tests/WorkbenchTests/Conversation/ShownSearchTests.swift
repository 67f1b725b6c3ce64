import Conversation
import Support
import Testing
import Typeset

@testable import Workbench

/// A search finds what the reader sees, and what the source holds.
@Suite struct ShownSearchTests {
  /// The source of what is found of a query in an answer.
  private static func found(_ query: String, in answer: String, width: Int = 80) -> [String] {
    var harness = WorkbenchHarness(rows: 40, columns: width)
    harness.say("?")
    harness.receive(answer)
    harness.end()
    harness.wait(milliseconds: 1_000)
    harness.press("Tab /")
    harness.type(query)
    return sources(of: harness)
  }

  private static func sources(of harness: WorkbenchHarness) -> [String] {
    let hits = harness.state.conversation.search?.hits ?? []
    return hits.map { hit in
      let bytes = Array(harness.state.tree[hit.message].source(of: hit.section).utf8)
      return String(decoding: bytes[hit.range], as: UTF8.self)
    }
  }

  @Test(
    "finds across markup, and in the source",
    arguments: [
      ("some bold words", "some **bold** words", ["some **bold** words"]),
      ("SOME Bold", "SOME **Bold** words", ["SOME **Bold"]), ("bold", "a **bold** b", ["bold"]),
      ("**bold", "a **bold** b", ["**bold"]), ("a link here", "a [link](https://e.x/) here", nil),
      ("link", "a [link](https://link.x/)", ["link", "link"]),
      ("e.x/p", "a [link](https://e.x/p) here", ["e.x/p"]),
      ("the end of", "the\nend **of**", ["the\nend **of"]),
      ("quoted words", "> quoted\n> words", ["quoted\n> words"]),
      ("item goes on", "- item\n  goes on", ["item\n  goes on"]),
      ("\u{3B1}", "so $\\alpha + \\beta$ is", ["$\\alpha + \\beta$"]),
      ("alpha", "so $\\alpha$", ["alpha"]),
      ("\u{3B1} + \u{3B2}", "so $\\alpha + \\beta$", nil), ("x\u{B2}", "so $x^2$ is", nil),
      ("R&D now", "R&amp;D now", ["R&amp;D now"]), ("amp", "R&amp;D", ["amp"]),
      ("a*b", "a\\*b", ["a\\*b"]), ("two cells", "|a|\n|-|\n|two **cells**|", ["two **cells"]),
      ("call f(x) now", "call `f(x)` now", ["call `f(x)` now"]),
      ("gone for good", "~~gone~~ for good", ["gone~~ for good"]),
      ("x", "x **x** x", ["x", "x", "x"]),
      ("nested strong", "*nested **strong***", ["nested **strong"]),
      ("hard break", "hard  \nbreak", nil),
    ] as [(String, String, [String]?)]
  )
  func finds(query: String, answer: String, sources: [String]?) {
    let found = Self.found(query, in: answer)
    if let sources { #expect(found == sources) } else { #expect(found.count == 1) }
  }

  @Test func findsNothingThatIsNeitherShownNorThere() {
    #expect(Self.found("a link here", in: "a [link](https://e.x/), here") == [])
    #expect(Self.found("one two", in: "one\n\ntwo") == [])
  }

  @Test(
    "finds every phrase that is shown, and each once",
    arguments: 0..<60
  )
  func findsPhrases(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces: [(source: String, shown: String)] = [
      ("plain", "plain"), ("**bold**", "bold"), ("[link](http://e.x/a_(b))", "link"),
      ("`code`", "code"), ("&amp;", "&"), ("~~gone~~", "gone"), ("\\*", "*"), ("*so*", "so"),
      ("$\\alpha$", "\u{3B1}"), ("<http://x.y>", "http://x.y"), ("__very__", "very"),
      ("[**two**](<http://e.x> \"a title\")", "two"),
      ("[titled](http://e.x \"a ( title\")", "titled"), ("[escaped](http://e.x/\\()", "escaped"),
      ("\u{E9}t\u{E9}", "\u{E9}t\u{E9}"),
    ]
    let words = (0..<12).compactMap { number in
      pieces.randomElement(using: &generator).map { (number, $0.source, $0.shown) }
    }
    let source = words.map { "\($0.0) \($0.1)" }.joined(
      separator: Bool.random(using: &generator) ? " " : "\n"
    )
    let shown = words.map { "\($0.0) \($0.2)" }
    let start = Int.random(in: 0..<10, using: &generator)
    let query = shown[start...start + Int.random(in: 0...2, using: &generator)].joined(
      separator: " "
    )
    #expect(Self.found(query, in: source).count == 1, "\(query) in \(source)")
  }

  @Test("finds in the end what it finds at once, however the text arrives", arguments: 0..<20)
  func findsTheSameWhileItGrows(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let answer =
      "so **we** see $\\beta$\n\n- we **see**\n  we see\n\n> **we**\n> see [we](http://we.see/) see &amp; so"
    var harness = WorkbenchHarness(rows: 40, columns: 80)
    harness.say("?")
    harness.receive("so")
    harness.press("Tab /")
    harness.type("we see")
    var rest = answer.dropFirst(2)
    while !rest.isEmpty {
      let count = Int.random(in: 1...9, using: &generator)
      harness.receive(String(rest.prefix(count)))
      rest = rest.dropFirst(count)
      _ = harness.screen()
    }
    let streaming = Self.sources(of: harness)
    harness.end()
    _ = harness.screen()
    #expect(Self.sources(of: harness) == Self.found("we see", in: answer))
    #expect(streaming == Self.sources(of: harness))
  }

  @Test func walksTheHitsInTheirOrder() {
    var harness = WorkbenchHarness(rows: 40, columns: 80)
    for answer in ["my **key** and my key", "a $\\mu$ my key", "my\nkey"] {
      harness.say("my key")
      harness.receive(answer)
      harness.end()
    }
    harness.wait(milliseconds: 1_000)
    harness.press("Tab g /")
    harness.type("my key")
    let hits = harness.state.conversation.search?.hits ?? []
    #expect(hits.count == 7)
    #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.order < $1.order && !$0.overlaps($1) })
    harness.press("Enter n n n n n n n")
    #expect(harness.state.status?.text == "1 of 7, on from the start: my key")
  }

  @Test func marksWhatIsShownForAHiddenHit() {
    var harness = WorkbenchHarness(rows: 24, columns: 80) {
      let styles: [Role: Style] = [
        .match: Style(attributes: .strike), .matchCurrent: Style(attributes: .strike),
      ]
      $0.theme = Theme(name: "t", styles: styles)
    }
    harness.say("?")
    harness.receive("a [far link](https://weir.x/) or $\\alpha_1$ or https://weir.y/")
    harness.end()
    harness.press("Tab /")
    func marked() -> String {
      harness.frame().cells.filter { $0.style.attributes == .strike }
        .compactMap { Unicode.Scalar($0.base).map { String($0) } }.joined()
    }
    harness.type("weir")
    #expect(marked() == "far linkweir1 of 2")
    harness.press("^U")
    harness.type("alpha")
    #expect(marked() == "\u{3B1}\u{2081}1 of 1")
    harness.press("^U")
    harness.type("far link or")
    #expect(marked() == "far link or1 of 1")
  }

  @Test func findsInReasoningAsItIsShown() {
    var harness = WorkbenchHarness(rows: 24, columns: 80) { $0.showsReasoning = true }
    harness.say("go")
    let thought = Delta(channel: .reasoning, text: "first **think** then", time: harness.now)
    harness.receive(.delta(thought), for: RequestID(0))
    harness.receive("done")
    harness.end()
    harness.press("Tab /")
    harness.type("think then")
    #expect(Self.sources(of: harness) == ["think** then"])
    harness.press("Enter Z")
    _ = harness.screen()
    #expect(Self.sources(of: harness) == [])
    harness.press("Z m")
    _ = harness.screen()
    #expect(Self.sources(of: harness) == [])
    harness.press("m")
    _ = harness.screen()
    #expect(Self.sources(of: harness) == ["think** then"])
  }
}
