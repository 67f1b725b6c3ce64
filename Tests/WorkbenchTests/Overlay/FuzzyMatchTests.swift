import Testing

@testable import Workbench

@Suite struct FuzzyMatchTests {
  @Test func needsEveryCharacterInOrder() {
    #expect(FuzzyMatch.score("cld", in: "cloud") != nil)
    #expect(FuzzyMatch.score("dlc", in: "cloud") == nil)
    #expect(FuzzyMatch.score("", in: "cloud") == 0)
  }

  @Test func prefersRunsAndStartsOfWords() throws {
    let run = try #require(FuzzyMatch.score("qwen", in: "qwen-coder"))
    let scattered = try #require(FuzzyMatch.score("qwen", in: "q-work-e-on"))
    #expect(run > scattered)
    let starts = try #require(FuzzyMatch.score("qc", in: "qwen-coder"))
    let inner = try #require(FuzzyMatch.score("qc", in: "qwenccoder"))
    #expect(starts > inner)
  }
}
