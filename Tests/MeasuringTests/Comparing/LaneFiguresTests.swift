import Measuring
import Support
import Testing

@Suite struct LaneFiguresTests {
  @Test func leavesTheTimesOfRetriedAnswersOut() {
    var answer = AnswerFigures(.whole)
    answer.ttftMilliseconds = 5
    answer.isRetried = true
    var figures = LaneFigures()
    figures.count(answer)
    #expect(figures.ttft.count == 0)
    #expect(figures.retried == 1)
    #expect(figures.errors == 0)
  }

  @Test func anAnswerThatFailedIsNoAnswerThatLacksSomething() {
    var answer = AnswerFigures(.failed)
    answer.isMet = false
    var figures = LaneFigures()
    figures.count(answer)
    #expect(figures.errors == 1)
    #expect(figures.unmet == 0)
    #expect(figures.passRate == nil)
  }

  @Test("a percentile is near the exact one", arguments: 0..<20 as Range<UInt64>)
  func isNear(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let values = (0..<Int.random(in: 1...500, using: &random)).map { _ in
      Double.random(in: 0...20_000, using: &random)
    }
    var distribution = Distribution()
    for value in values { distribution.record(value) }
    for fraction in [0.5, 0.95, 1] {
      let exact = try #require(Percentiles.value(at: fraction, ofSorted: values.sorted()))
      let found = try #require(distribution.percentile(fraction))
      #expect(abs(found - exact) <= exact * 0.017 + 0.001)
    }
    #expect(distribution.values.reduce(0) { $0 + $1.count } == values.count)
  }

  @Test(arguments: [Double.nan, .infinity, -1])
  func leavesOutWhatIsNoFigure(value: Double) {
    var distribution = Distribution()
    distribution.record(value)
    #expect(distribution == Distribution())
  }
}
