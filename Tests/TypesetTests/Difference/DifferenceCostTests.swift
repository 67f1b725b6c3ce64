import Support
import Testing

@testable import Typeset

/// What a comparison may cost, in comparisons of words, so that no machine is too slow.
@Suite struct DifferenceCostTests {
  private static func text(words count: Int, seed: UInt64, vocabulary: Int) -> String {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      let word = "w\(Int.random(in: 0..<vocabulary, using: &random))"
      return word + (index % 90 == 89 ? "\n\n" : " ")
    }.joined()
  }

  private static func tokens(_ text: String) -> Int {
    var words = WordTable()
    var tokens = TokenText()
    tokens.extend(to: text, words: &words)
    return tokens.count
  }

  @Test(
    "the budget holds for texts that have nothing to do with each other",
    arguments: [2, 40, 5_000]
  )
  func staysWithinTheBudget(vocabulary: Int) {
    let old = Self.text(words: 22_000, seed: 1, vocabulary: vocabulary)
    let new = Self.text(words: 22_000, seed: 2, vocabulary: vocabulary)
    let tokens = Self.tokens(old) + Self.tokens(new)
    for budget in [0, 100_000, 1_000_000] {
      let difference = TextDifference(old, new, budget: budget)
      #expect(difference.fault(old: old, new: new) == nil)
      #expect(difference.steps <= budget + 4 * tokens)
    }
  }

  @Test func withoutABudgetWholeLinesAreStillFound() {
    let shared = "This line stands in both of the texts.\n"
    let old = "one elephants three\n" + shared + "four five\n"
    let new = "six elephants seven\n" + shared + "four eight\n"
    let difference = TextDifference(old, new, budget: 0)
    #expect(
      difference.text(old: old, new: new)
        == "[-one elephants three-]{+six elephants seven+}\n\(shared)four [-five-]{+eight+}\n"
    )
  }

  @Test func oneChangeInALongTextCostsNextToNothing() {
    let old = Self.text(words: 22_000, seed: 1, vocabulary: 5_000)
    let new = old + "and more"
    #expect(TextDifference(old, new).steps <= 3 * Self.tokens(new))
  }
}
