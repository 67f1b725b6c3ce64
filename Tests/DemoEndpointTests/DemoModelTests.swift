import Testing

@testable import DemoEndpoint

@Suite struct DemoModelTests {
  @Test(arguments: DemoModel.listed + [.flat(words: 20_000), .rate(perSecond: 2_000, words: 1)])
  func isFoundByItsName(model: DemoModel) {
    #expect(DemoModel(name: model.name) == model)
  }

  @Test(arguments: [
    "", "Tour", "flat", "flat-", "flat-0", "flat-1000001", "flat-1-2", "flat--1", "rate-5",
    "rate-5-", "rate-0-5", "rate-5-5-5", "flat-x",
  ])
  func isNotFoundByAnotherName(name: String) {
    #expect(DemoModel(name: name) == nil)
  }

  @Test func guidedModelsAreTheDemoPresets() {
    #expect(
      DemoModel.guided.map(\.name) == [
        "tour", "slow", "bursty", "reasoning", "stalls", "cut-off", "busy", "split-utf8",
      ]
    )
  }
}
