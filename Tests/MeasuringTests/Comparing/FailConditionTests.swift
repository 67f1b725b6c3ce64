import Measuring
import Testing

@Suite struct FailConditionTests {
  private func lane(_ label: String, errors: Int, preset: String? = nil) -> ComparedLane {
    var figures = LaneFigures()
    for _ in 0..<errors { figures.count(AnswerFigures(.failed)) }
    return ComparedLane(
      label: label,
      preset: preset ?? label,
      figures: figures,
      standing: nil
    )
  }

  @Test(
    "reads names with dots, blanks and signs",
    arguments: [
      ("a.errors > 0", "a", LaneFigure.errors), ("gpt-4.1.ttft_ms.p95<5", "gpt-4.1", .ttftP95),
      ("\"t 0.4 · x < y\".rate >= 1", "t 0.4 · x < y", .rate), ("*.cost==0", "*", .cost),
      ("\"this or that\".errors != 0", "this or that", .errors),
    ]
  )
  func readsNames(text: String, name: String, figure: LaneFigure) throws {
    let terms = try FailCondition(text).terms
    #expect(terms.map(\.name) == [name])
    #expect(terms.map(\.figure) == [figure])
  }

  @Test(
    "tells what is wrong",
    arguments: [
      ("", FailConditionError.noComparison("")), ("a.errors", .noComparison("a.errors")),
      ("a.errors > 1 or", .noComparison("")), ("a.speed > 1", .noFigure("a.speed")),
      ("errors > 1", .noFigure("errors")), (".errors > 1", .noFigure(".errors")),
      ("a.errors > x", .noNumber("a.errors > x", found: "x")),
      ("a.errors > nan", .noNumber("a.errors > nan", found: "nan")),
      ("\"a.errors > 1", .openQuote("\"a.errors > 1")),
    ]
  )
  func tellsWhatIsWrong(text: String, error: FailConditionError) {
    #expect(throws: error) { try FailCondition(text) }
  }

  @Test(
    "and binds closer than or",
    arguments: [
      ("a.errors > 0", false), ("b.errors > 0", true), ("*.errors > 1", true),
      ("a.errors > 0 or b.errors == 2", true), ("a.errors > 0 and b.errors == 2", false),
      ("b.errors == 2 or a.errors > 0 and b.errors > 9", true),
      ("a.errors > 0 && b.errors > 0 || b.errors <= 2", true),
    ]
  )
  func bindsCloser(text: String, holds: Bool) throws {
    let result = try FailCondition(text).check([lane("a", errors: 0), lane("b", errors: 2)])
    if case .holds = result { #expect(holds) } else { #expect(!holds) }
  }

  @Test func aPresetStandsForAllItsLanes() throws {
    let lanes = [lane("t 0", errors: 0, preset: "a"), lane("t 1", errors: 3, preset: "a")]
    #expect(
      try FailCondition("a.errors > 0").check(lanes)
        == .holds(["t 1: errors is 3 (a.errors > 0)"])
    )
  }

  @Test func whatIsNotKnownIsNeitherTrueNorFalse() throws {
    let lanes = [lane("a", errors: 1)]
    #expect(
      try FailCondition("a.win_rate < 0.5").check(lanes) == .unknown(["a: win_rate is not known"])
    )
    #expect(try FailCondition("a.win_rate < 0.5 and a.errors > 1").check(lanes) == .doesNotHold)
  }
}
