import Testing

@testable import weir

@Suite struct LineAssemblerTests {
  typealias Entry = LineAssembler.Entry

  @Test(arguments: [
    (["a"], [Entry(text: "a")]),
    (["a", "b"], [Entry(text: "a"), Entry(text: "b")]),
    ([#"a\"#, "b"], [Entry(text: "a\nb")]),
    ([#"a\"#, #"b\"#, ""], [Entry(text: "a\nb\n")]),
    (
      ["\"\"\"", "/a", #"b\"#, " \"\"\" ", "c"],
      [
        Entry(text: "/a\nb\\", isQuoted: true), Entry(text: "c"),
      ]
    ),
    (["\"\"\"", "a"], []),
  ])
  func joinsLines(lines: [String], entries: [Entry]) {
    var assembler = LineAssembler()
    #expect(lines.compactMap { assembler.feed($0) } == entries)
  }

  @Test func handsOverWhatWasBegunAtTheEnd() {
    var assembler = LineAssembler()
    #expect(assembler.finish() == nil)
    #expect(assembler.feed(#"a\"#) == nil)
    #expect(assembler.isContinuing)
    #expect(assembler.finish() == Entry(text: "a"))
    #expect(!assembler.isContinuing)
  }
}
