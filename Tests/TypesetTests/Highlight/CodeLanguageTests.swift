import Testing

@testable import Typeset

@Suite struct CodeLanguageTests {
  @Test(
    "finds a language by what a fence says",
    arguments: [
      "swift": "Swift", "SWIFT": "Swift", "py": "Python", "Python": "Python",
    ]
  )
  func finds(word: String, name: String) {
    #expect(CodeLanguage(named: word)?.name == name)
  }

  @Test(arguments: ["", "klingon", "swift ", "text", "plain"])
  func knowsNoOther(word: String) {
    #expect(CodeLanguage(named: word) == nil)
  }
}
