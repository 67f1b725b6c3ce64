import Testing

@testable import DemoEndpoint

@Suite struct DemoAnswerTests {
  private func steps(of model: DemoModel, turn: Int = 1) -> [DemoStep] {
    guard case .script(let script) = model.answer(to: "one two", turn: turn) else { return [] }
    return Array(script.steps)
  }

  @Test(arguments: DemoModel.listed)
  func isTheSameOnEveryRun(model: DemoModel) {
    #expect(steps(of: model) == steps(of: model))
  }

  @Test(arguments: DemoModel.listed.filter { $0 != .busy })
  func splitsTheTextWithoutLoss(model: DemoModel) {
    let second = steps(of: model, turn: 2).reduce(into: "") { text, step in
      switch step {
      case .content(let word), .torn(let word): text += word
      case .reasoning, .wait, .breakOff: break
      }
    }
    let whole = DemoText.followUp(to: "one two", turn: 2, model: model.name)
    switch model {
    case .flat(let words), .rate(_, let words): #expect(second.utf8.count == words * 8)
    case .cutOff, .unfinished: #expect(second == whole.firstHalf)
    default: #expect(second == whole)
    }
  }

  @Test(
    "says that it is canned",
    arguments: [
      DemoText.tour, DemoText.slow, DemoText.bursty, DemoText.thinking, DemoText.afterThinking,
      DemoText.stalls, DemoText.cutOff, DemoText.splitUTF8,
      DemoText.followUp(to: "", turn: 2, model: "tour"),
    ]
  )
  func saysThatItIsCanned(text: String) {
    #expect(text.lowercased().contains("canned"))
  }

  @Test func tourIsAPageLong() {
    let words = DemoText.tour.split(whereSeparator: \.isWhitespace).count
    #expect((400...700).contains(words))
  }

  @Test func reasoningComesBeforeTheAnswer() {
    let kinds = steps(of: .reasoning).compactMap { step -> String? in
      switch step {
      case .reasoning: "reasoning"
      case .content: "content"
      case .torn, .wait, .breakOff: nil
      }
    }
    let turningPoint = kinds.firstIndex(of: "content") ?? 0
    #expect(turningPoint > 0)
    #expect(Set(kinds[turningPoint...]) == ["content"])
  }

  @Test func ratesAreTheirWordsAndSilences() {
    #expect(
      steps(of: .rate(perSecond: 50, words: 2)) == [
        .wait(milliseconds: 20), .content("w000001 "), .wait(milliseconds: 20),
        .content("w000002 "),
      ]
    )
  }

  @Test func burstsLeaveTogether() {
    #expect(
      [DemoStep].bursts("a b c", words: 2, pauseMilliseconds: 9) == [
        .wait(milliseconds: 9), .content("a "), .content("b "), .wait(milliseconds: 9),
        .content("c"),
      ]
    )
  }

  @Test func aStallStandsInTheMiddle() {
    #expect(
      [DemoStep].stalling("a b", perSecond: 1_000, stallMilliseconds: 5) == [
        .wait(milliseconds: 1), .content("a "), .wait(milliseconds: 5), .wait(milliseconds: 1),
        .content("b"),
      ]
    )
  }
}
