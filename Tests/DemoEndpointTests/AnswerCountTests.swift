import Testing

@testable import DemoEndpoint

@Suite struct AnswerCountTests {
  @Test func countsAnAnswerUntilNobodyHoldsIt() {
    let count = AnswerCount()
    #expect(count.isZero)
    var answers = [count.begin(), count.begin()]
    #expect(!count.isZero)
    answers.removeLast()
    #expect(!count.isZero)
    answers.removeLast()
    #expect(count.isZero)
  }
}
