import Testing

@testable import DemoEndpoint

@Suite struct DemoScriptTests {
  private let script = DemoScript([
    .wait(milliseconds: 1), .content("a"), .wait(milliseconds: 1), .reasoning("b"), .torn("ü"),
  ])

  @Test(arguments: [
    (0, [DemoStep.wait(milliseconds: 1)]),
    (1, [.wait(milliseconds: 1), .content("a"), .wait(milliseconds: 1)]),
    (2, [.wait(milliseconds: 1), .content("a"), .wait(milliseconds: 1), .reasoning("b")]),
  ])
  func stopsAtTheLimit(limit: Int, steps: [DemoStep]) {
    let limited = script.limited(toDeltas: limit)
    #expect(Array(limited.steps) == steps)
    #expect(limited.ending == .finished(reason: "length"))
  }

  @Test func isNotTouchedByALimitThatItKeeps() {
    let limited = script.limited(toDeltas: 3)
    #expect(Array(limited.steps) == Array(script.steps))
    #expect(limited.ending == .finished(reason: "stop"))
  }
}
