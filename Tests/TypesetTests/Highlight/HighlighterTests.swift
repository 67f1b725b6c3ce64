import Testing

@testable import Typeset

@Suite struct HighlighterTests {
  private let highlighter = Highlighter()
  private let swift = CodeLanguage(named: "swift")

  @Test func givesSpansInBytes() throws {
    let line = highlighter.colour(#"let é = "ü\n""#, in: try #require(swift), after: .fresh)
    let spans = [
      CodeSpan(start: 0, end: 3, role: .keyword), CodeSpan(start: 7, end: 8, role: .symbol),
      CodeSpan(start: 9, end: 12, role: .string), CodeSpan(start: 12, end: 14, role: .escape),
      CodeSpan(start: 14, end: 15, role: .string),
    ]
    #expect(line == ColouredLine(spans: spans, state: .fresh))
  }

  @Test func leavesALongLinePlainAndItsStateAlone() throws {
    let open = highlighter.colour("/*", in: try #require(swift), after: .fresh).state
    let long = String(repeating: "let ", count: 501)
    let coloured = highlighter.colour(long, in: try #require(swift), after: open)
    #expect(coloured == ColouredLine(spans: [], state: open))
    #expect(open != .fresh)
  }

  @Test func coloursALineOfTheGreatestLength() throws {
    let long = "//" + String(repeating: "x", count: 1_998)
    let spans = highlighter.colour(long, in: try #require(swift), after: .fresh).spans
    #expect(spans == [CodeSpan(start: 0, end: 2_000, role: .comment)])
  }

  @Test func leavesALineOfTooManyWordsPlain() throws {
    let crowded = String(repeating: "let ", count: 500)
    let coloured = highlighter.colour(crowded, in: try #require(swift), after: .fresh)
    #expect(coloured == ColouredLine(spans: [], state: .fresh))
    let next = highlighter.colour("let", in: try #require(swift), after: coloured.state)
    #expect(next.spans == [CodeSpan(start: 0, end: 3, role: .keyword)])
  }

  @Test func leavesALibraryLanguagePlainWhereTheLibraryHasNoDefinitions() throws {
    let highlighter = Highlighter(libraryFolder: "/nowhere")
    let lua = try #require(CodeLanguage(named: "lua"))
    let coloured = highlighter.colour("local x = 1", in: lua, after: .fresh)
    #expect(coloured == ColouredLine(spans: [], state: .fresh))
  }

  @Test func neverCutsAScalar() throws {
    for language in CodeLanguage.all {
      var state = LineState.fresh
      for line in [#"é"\漢"漢\é '\é' @é #é $é /é/"#, "漢", "", "é\u{301}👩‍👩‍👧‍👦 <é é=\"漢\">"] {
        let coloured = highlighter.colour(line, in: language, after: state)
        state = coloured.state
        let bytes = Array(line.utf8)
        let cuts = coloured.spans.flatMap { [$0.start, $0.end] }
        #expect(cuts == cuts.sorted())
        #expect(cuts.allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 })
      }
    }
  }

  @Test func forgetsWhatIsNestedDeeperThanAnyoneWrites() throws {
    var state = LineState.fresh
    for _ in 0..<200 {
      state = highlighter.colour("/*", in: try #require(swift), after: state).state
    }
    let shallow = highlighter.colour("/* /*", in: try #require(swift), after: .fresh).state
    #expect(state != shallow)
    #expect(highlighter.colour("*/ */", in: try #require(swift), after: shallow).state == .fresh)
  }
}
