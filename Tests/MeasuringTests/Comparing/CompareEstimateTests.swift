import Conversation
import Measuring
import Testing

@Suite struct CompareEstimateTests {
  private let begin = MonotonicTime(nanoseconds: 5_000_000_000)

  private func after(_ seconds: Double) -> MonotonicTime {
    begin.adding(milliseconds: seconds * 1_000)
  }

  @Test func isNotKnownBeforeTheFirstAnswer() {
    var estimate = CompareEstimate(begin: begin)
    estimate.note(answered: 0, at: after(9))
    #expect(estimate.secondsLeft(for: 3, at: after(9)) == nil)
  }

  @Test func goesByTheTimeOfAllAnswersSoFar() {
    var estimate = CompareEstimate(begin: begin)
    estimate.note(answered: 1, at: after(2))
    #expect(estimate.secondsLeft(for: 9, at: after(2)) == 18)
    // Four at a time from then on.
    estimate.note(answered: 5, at: after(5))
    #expect(estimate.secondsLeft(for: 5, at: after(5)) == 5)
  }

  @Test func fallsWhileTheNextAnswerIsWaitedForAndThenIsNotKnown() {
    var estimate = CompareEstimate(begin: begin)
    estimate.note(answered: 2, at: after(4))
    estimate.note(answered: 2, at: after(7))
    #expect(estimate.secondsLeft(for: 2, at: after(7)) == 1)
    #expect(estimate.secondsLeft(for: 2, at: after(8)) == nil)
    estimate.note(answered: 3, at: after(9))
    #expect(estimate.secondsLeft(for: 1, at: after(9)) == 3)
  }
}
