import Testing

@testable import Workbench

@Suite struct AttachmentWordTests {
  private struct Case: Sendable {
    var line: String
    var words: [AttachmentWord]

    init(_ line: String, _ words: AttachmentWord...) {
      self.line = line
      self.words = words
    }
  }

  private static let cases = [
    Case(""),
    Case("no file in here, a@b.example and a@ b"),
    Case("@notes.md", AttachmentWord(range: 0..<9, path: "notes.md")),
    Case("read @a and\t@b", word(5..<7, "a"), word(12..<14, "b")),
    Case("ä @é.txt x", word(3..<10, "é.txt")),
    Case("@", word(0..<1, "")),
    Case("@ x", word(0..<1, "")),
    Case("@@x", word(0..<3, "@x")),
    Case(#"@my\ notes.md x"#, word(0..<13, "my notes.md")),
    Case(#"@a\\b\"c"#, word(0..<8, #"a\b"c"#)),
    Case(#"@a"b"#, word(0..<4, #"a"b"#)),
    Case(#"@a\"#, AttachmentWord(range: 0..<3, path: "a", isOpen: true)),
    Case(#"@"my notes.md", x"#, quoted(0..<14, "my notes.md")),
    Case(#"@"a\"b\\c\d" @"e""#, quoted(0..<12, #"a"b\c\d"#), quoted(13..<17, "e")),
    Case(#"x @"my no"#, AttachmentWord(range: 2..<9, path: "my no", isQuoted: true, isOpen: true)),
    Case("@~/a @/b @../c", word(0..<4, "~/a"), word(5..<8, "/b"), word(9..<14, "../c")),
  ]

  private static func word(_ range: Range<Int>, _ path: String) -> AttachmentWord {
    AttachmentWord(range: range, path: path)
  }

  private static func quoted(_ range: Range<Int>, _ path: String) -> AttachmentWord {
    AttachmentWord(range: range, path: path, isQuoted: true)
  }

  @Test("finds the words of a line", arguments: cases)
  private func findsWords(_ example: Case) {
    #expect(AttachmentWord.words(inLine: example.line) == example.words)
  }

  @Test(
    "reads back the path that it wrote",
    arguments: [
      "notes.md", "my notes.md", "a\tb", #"a"b"#, #"a\b"#, #"\"#, "\"", "é ü/ß", "@x", "a, b.",
    ]
  )
  func readsBack(_ path: String) {
    let words = AttachmentWord.words(inLine: "x \(AttachmentWord.text(forPath: path)) y")
    #expect(words.map(\.path) == [path])
  }

  @Test("knows the word at a place", arguments: zip([0, 1, 2, 3, 4], [nil, nil, "a", "a", nil]))
  func knowsTheWordAtAPlace(_ offset: Int, _ path: String?) {
    #expect(AttachmentWord.word(inLine: " @a b", at: offset)?.path == path)
  }
}
