import Testing

@testable import Workbench

@Suite struct FuzzyMatchTests {
  @Test(
    "finds the characters where they fit best",
    arguments: [
      ("cld", "cloud", [0, 1, 4]), ("", "cloud", []),
      ("lane", "move the lane left", [9, 10, 11, 12]),
      ("nc", "new conversation", [0, 4]),
      ("message copy", "copy the message", Array(0...3) + Array(9...15)),
      ("CL", "a cloud", [2, 3]), ("\u{E4}", "\u{C4}rger", [0]),
      ("te", "tablets to test", [11, 12]),
    ]
  )
  func finds(pattern: String, text: String, positions: [Int]) {
    #expect(FuzzyMatch(pattern, in: text)?.positions == positions)
  }

  @Test(arguments: [
    ("dlc", "cloud"), ("clouds", "cloud"), ("new xyz", "new conversation"), ("a", ""),
  ])
  func needsEveryCharacterInOrder(pattern: String, text: String) {
    #expect(FuzzyMatch(pattern, in: text) == nil)
  }

  @Test(
    "prefers runs, starts of words and early places",
    arguments: [
      ("qwen", "qwen-coder", "q-work-e-on"), ("qc", "qwen-coder", "qwenccoder"),
      ("lane", "lane 1", "drop the focused lane"),
    ]
  )
  func prefers(pattern: String, better: String, worse: String) throws {
    let high = try #require(FuzzyMatch(pattern, in: better)).score
    let low = try #require(FuzzyMatch(pattern, in: worse)).score
    #expect(high > low)
  }
}
