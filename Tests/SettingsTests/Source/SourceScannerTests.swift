import Testing

@testable import Settings

@Suite struct SourceScannerTests {
  @Test func findsEveryKind() {
    let map = SourceScanner.map(
      of: """
        # a comment with "quotes" = [
        top = "a # b"
        "quoted \\"key\\"".'b.c' = 1

        [table . "x y"]
        long = \"\"\"
        inner = 1
        \\"\"\" still inside
        \"\"\"\"
        list = [ # note
          1, "]",
          { deep = 'x' },
        ]
        inline = { a = 1, b = { c = [2] } }
        [[element]]
        name = 1
        [[element]]
        name = 2
        [element.part]
        z = 1
        """
    )
    let lines = map.places.map { ($0.key.joined(separator: "/"), $0.value) }
      .sorted { $0.1.rank < $1.1.rank }.map { "\($0.1.line) \($0.0)" }
    #expect(
      lines == [
        "2 top", "3 quoted \"key\"", "3 quoted \"key\"/b.c", "5 table", "5 table/x y",
        "6 table/x y/long", "10 table/x y/list", "11 table/x y/list/#0",
        "11 table/x y/list/#1", "12 table/x y/list/#2", "12 table/x y/list/#2/deep",
        "14 table/x y/inline", "14 table/x y/inline/a", "14 table/x y/inline/b",
        "14 table/x y/inline/b/c", "14 table/x y/inline/b/c/#0", "15 element", "15 element/#0",
        "16 element/#0/name", "17 element/#1", "18 element/#1/name", "19 element/#1/part",
        "20 element/#1/part/z",
      ]
    )
    #expect(map.statementLines == [2, 3, 5, 6, 10, 14, 15, 16, 17, 18, 19, 20])
  }

  @Test(arguments: [
    "[", "[a", "[[a]", "a", "a =", "a = [", "a = {", "a = \"", "a = '''", "a = \"\\", "\"", "= 1",
    "a = [[[[", "a = {b = {c = ", "\u{0}", "]", "a = ]\nb = }", ".", "a..b = 1",
  ])
  func endsOnABrokenSource(_ source: String) {
    let map = SourceScanner.map(of: source)
    #expect(map.statementLines.first == 1)
  }

  @Test func anEmptySourceHasNoKeys() {
    #expect(SourceScanner.map(of: "") == SourceMap())
  }
}
