import Testing

@Suite struct SourceRulesTests {
  /// What the house style rules out and the format lint does not see.
  struct Rule: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let word: String
    let pattern: @Sendable () -> Regex<Substring>

    init(_ sentence: String, word: String, pattern: @escaping @Sendable () -> Regex<Substring>) {
      testDescription = sentence
      self.word = word
      self.pattern = pattern
    }
  }

  static let rules = [
    Rule("nothing is public", word: "public") { /\bpublic\b/ },
    Rule("nothing is open", word: "open") { /\bopen\s+(?:class|func|var)\b/ },
    Rule("no try!", word: "try!") { /\btry!/ },
    Rule("no as!", word: "as!") { /\bas!/ },
    Rule("no stored static variable", word: "static") { /\bstatic\s+var\s+\w+\s*(?::[^={]+)?=/ },
    Rule("no global variable", word: "var") {
      /^(?:package\s+|private\s+|fileprivate\s+)?(?:nonisolated\(unsafe\)\s+)?var\b/
    },
    // Tried with Swift 6.3: an optimised caller frees the frame of the accessor, then copies from it.
    Rule("no _read accessor", word: "_read {") { /\b_read\s*\{/ },
    Rule("no sleep", word: "sleep(") { /\b(?:Thread\.|u|nano)?sleep\(/ },
  ]

  @Test("the sources keep the rule", arguments: rules)
  func sourcesKeep(rule: Rule) throws {
    let places = try Repository.swiftFiles(in: "Sources/").flatMap {
      $0.places(of: rule.word, in: rule.pattern())
    }
    #expect(places == [])
  }

  @Test func uncheckedSendableNamesItsGuard() throws {
    let bare = try Repository.swiftFiles(in: "Sources/").flatMap { file in
      file.code(with: "@unchecked Sendable").map(\.number)
        .filter { number in
          number < 2 || !file.lines[number - 2].drop(while: \.isWhitespace).hasPrefix("//")
        }
        .map { "\(file.path):\($0)" }
    }
    #expect(bare == [])
  }

  @Test(arguments: ["Sources/", "Tests/"])
  func filesStayShort(in folder: String) throws {
    let long = try Repository.swiftFiles(in: folder).filter { $0.lines.count > 351 }.map(\.path)
    #expect(long == [])
  }
}
