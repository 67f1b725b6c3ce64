import Support
import Testing

@testable import Typeset

/// What holds of any two texts.
@Suite struct RandomDifferenceTests {
  private static let seeds = Soak.seeds(800, whole: 10_000)

  @Test(arguments: seeds)
  func runsCoverBothTextsAndAreWhatTheySay(seed: UInt64) {
    let texts = RandomTexts(seed: seed)
    for budget in [TextDifference.standardBudget, 60, 0] {
      let difference = TextDifference(texts.old, texts.new, budget: budget)
      #expect(
        difference.fault(old: texts.old, new: texts.new) == nil,
        "\(texts.old.debugDescription) \(texts.new.debugDescription)"
      )
    }
  }

  @Test(arguments: seeds)
  func theOtherWayRoundIsTheMirror(seed: UInt64) {
    let texts = RandomTexts(seed: seed)
    let difference = TextDifference(texts.old, texts.new)
    let mirror = TextDifference(texts.new, texts.old)
    #expect(difference.runs == mirror.runs.map(\.mirrored))
    #expect(difference.similarity == mirror.similarity)
    #expect((0...1).contains(difference.similarity))
  }

  @Test(arguments: seeds)
  func textsThatGrewAreComparedAsTheWhole(seed: UInt64) {
    let texts = RandomTexts(seed: seed)
    var random = SeededGenerator(seed: seed)
    var (oldCount, newCount) = (0, 0)
    var growing = TextDifference()
    let (oldScalars, newScalars) = (texts.old.unicodeScalars, texts.new.unicodeScalars)
    while oldCount < oldScalars.count || newCount < newScalars.count {
      oldCount = min(oldScalars.count, oldCount + Int.random(in: 0..<20, using: &random))
      newCount = min(newScalars.count, newCount + Int.random(in: 0..<20, using: &random))
      let (old, new) = (String(oldScalars.prefix(oldCount)), String(newScalars.prefix(newCount)))
      growing.extend(old: old, new: new)
      let whole = TextDifference(old, new)
      #expect(growing.runs == whole.runs, "\(old.debugDescription) \(new.debugDescription)")
      #expect(growing.similarity == whole.similarity)
    }
  }

  @Test(arguments: seeds)
  func equalTextsAreOneRun(seed: UInt64) {
    let text = RandomTexts(seed: seed).old
    let difference = TextDifference(text, text)
    let range = 0..<text.utf8.count
    #expect(difference.runs == (text.isEmpty ? [] : [DifferenceRun(.same, old: range, new: range)]))
    #expect(difference.similarity == 1)
  }

  @Test(arguments: seeds)
  func theFirstDifferenceIsWithinTheFirstWordThatDiffers(seed: UInt64) {
    let texts = RandomTexts(seed: seed)
    let (old, new) = (Array(texts.old.utf8), Array(texts.new.utf8))
    let runs = TextDifference(texts.old, texts.new).runs
    let first = runs.first { $0.kind != .same }?.old.lowerBound
    let parting =
      zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    if let first {
      #expect(first <= parting)
      #expect(old[..<first] == new[..<first])
    } else {
      #expect(old == new)
    }
  }
}
