import Conversation
import Measuring
import Support
import Testing

@Suite struct ArrivalFiguresTests {
  private static func marks(_ milliseconds: [Double]) -> [Reply.Mark] {
    milliseconds.map {
      let time = MonotonicTime(nanoseconds: 1_000_000_000).adding(milliseconds: $0)
      return Reply.Mark(Delta.Mark(time: time, lengthInBytes: 1), of: .content)
    }
  }

  private static func figures(_ milliseconds: [Double]) -> ArrivalFigures {
    var figures = ArrivalFigures(start: MonotonicTime(nanoseconds: 1_000_000_000))
    figures.take(marks(milliseconds))
    return figures
  }

  @Test func jitterIsTheMeanDifferenceOfNeighbouringGaps() {
    // Gaps 10, 30, 20, 20.
    #expect(Self.figures([0, 10, 40, 60, 80]).jitterMilliseconds == 10)
    #expect(Self.figures([0, 10]).jitterMilliseconds == nil)
  }

  @Test func knowsWhichDeltasEndedAStall() {
    let figures = Self.figures([0, 20, 40, 1_500, 1_520, 4_000])
    #expect(figures.stalls == [3, 5])
  }

  @Test func countsDeltasOfOneRead() {
    #expect(Self.figures([0, 0, 20, 20, 20]).sharedReads == 3)
  }

  @Test func isTheSameHoweverTheDeltasWereTaken() {
    var random = SeededGenerator(seed: 11)
    var moment = 0.0
    let times = (0..<500).map { _ in
      moment += Double.random(in: 0...40, using: &random)
      return moment
    }
    let all = Self.marks(times)
    var figures = ArrivalFigures(start: MonotonicTime(nanoseconds: 1_000_000_000))
    var taken = 0
    while taken < all.count {
      taken = min(all.count, taken + Int.random(in: 0...40, using: &random))
      figures.take(Array(all.prefix(taken)))
    }
    #expect(figures == Self.figures(times))
  }
}
