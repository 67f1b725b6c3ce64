import Testing

@Suite struct SourceRulesTests {
  /// What the house style rules out and the format lint does not see.
  struct Rule: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let pattern: @Sendable () -> Regex<Substring>
  }

  static let rules = [
    Rule(testDescription: "nothing is public or open") {
      /\b(?:public|open)\s+(?:\w+\s+)*(?:class|struct|enum|protocol|func|var|let|init|extension|actor|typealias)\b/
    },
    Rule(testDescription: "no try! and no as!") { /\b(?:try|as)!/ },
    Rule(testDescription: "no stored static variable") { /\bstatic\s+var\s+\w+\s*(?::[^={]+)?=/ },
    Rule(testDescription: "no global variable") {
      /^(?:package\s+|private\s+|fileprivate\s+)?(?:nonisolated\(unsafe\)\s+)?var\b/
    },
    Rule(testDescription: "no sleep") { /\b(?:sleep|usleep|nanosleep)\(|\bThread\.sleep/ },
  ]

  @Test("the sources keep the rule", arguments: rules)
  func sourcesKeep(rule: Rule) throws {
    let places = try Repository.swiftFiles(in: "Sources/").flatMap { $0.places(of: rule.pattern()) }
    #expect(places == [])
  }

  @Test func uncheckedSendableNamesItsGuard() throws {
    let bare = try Repository.swiftFiles(in: "Sources/").flatMap { file in
      file.code.filter { $0.text.contains("@unchecked Sendable") }.map(\.number)
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
