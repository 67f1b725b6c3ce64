import Conversation
import Testing

@testable import Measuring

@Suite struct SyntheticPromptTests {
  @Test func areTheSameForASeedAndDifferFromTheFirstWord() {
    let prompt = SyntheticPrompt(tokens: 100, seed: 1)
    let texts = (0..<200).map { prompt.text(number: $0) }
    #expect(texts == (0..<200).map { SyntheticPrompt(tokens: 100, seed: 1).text(number: $0) })
    #expect(Set(texts.map { $0.prefix { $0 != " " } }).count == 200)
    #expect(SyntheticPrompt(tokens: 100, seed: 2).text(number: 0) != texts[0])
  }

  @Test("have about as many words as tokens are asked for", arguments: [1, 29, 128, 5_000])
  func haveAboutSoManyWords(tokens: Int) {
    let words = SyntheticPrompt(tokens: tokens, seed: 1).text(number: 3).split(separator: " ").count
    #expect(abs(words - max(16, tokens)) <= 16)
  }
}

@Suite struct BenchEstimateTests {
  private let first = BenchLoad(preset: "p", concurrency: 1)
  private let second = BenchLoad(preset: "p", concurrency: 4)
  private let other = BenchLoad(preset: "q", concurrency: 2)

  @Test func goesByWhatRequestsTook() {
    var estimate = BenchEstimate([(first, 10), (second, 8), (other, 4)])
    #expect(estimate.total == 22)
    #expect(estimate.secondsLeft == nil)
    estimate.note(first, seconds: 1)
    estimate.note(first, seconds: 3)
    // 8 of 2 s one at a time, 8 of 2 s four at a time, and of another preset, which counts as the mean, 4 two at a time.
    #expect(estimate.secondsLeft == 24.0)
    #expect(estimate.ended == 2)
    estimate.note(other, seconds: 10)
    #expect(estimate.secondsLeft == 35.0)
  }
}

@Suite struct ArrivalDelaysTests {
  private func marks(_ moments: [UInt64]) -> [Reply.Mark] {
    moments.map {
      Reply.Mark(
        Delta.Mark(time: MonotonicTime(nanoseconds: $0), lengthInBytes: 1),
        of: .content
      )
    }
  }

  @Test func areFromTheWordsToTheMarks() throws {
    let delays = try #require(
      ArrivalDelays(content: "1000000 2000000 ", marks: marks([1_500_000, 2_250_000]))
    )
    #expect(delays.count == 2)
    #expect(delays.percentiles.p50 == 0.25)
    #expect(delays.percentiles.max == 0.5)
  }

  @Test("takes no other text", arguments: ["", "one two ", "1 ", "1 2 3 ", "1 -2 "])
  func takesNoOther(content: String) {
    #expect(ArrivalDelays(content: content, marks: marks([5, 6])) == nil)
  }
}
