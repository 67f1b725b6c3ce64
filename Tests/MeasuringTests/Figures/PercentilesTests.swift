import Measuring
import Testing

@Suite struct PercentilesTests {
  @Test func takesTheNearestRank() {
    #expect(
      Percentiles.of(sorted: (1...200).map(Double.init))
        == Percentiles(p50: 100, p90: 180, p95: 190, p99: 198, max: 200)
    )
    #expect(
      Percentiles.of(sorted: [7]) == Percentiles(p50: 7, p90: 7, p95: 7, p99: 7, max: 7)
    )
  }

  @Test func knowsNothingOfNoFigures() {
    #expect(Percentiles.of(sorted: []) == nil)
    #expect(Percentiles.value(at: 0.5, ofSorted: []) == nil)
  }

  @Test(arguments: zip([0, 0.25, 0.26, 1], [1.0, 1, 2, 4]))
  func findsOneValue(fraction: Double, value: Double) {
    #expect(Percentiles.value(at: fraction, ofSorted: [1, 2, 3, 4]) == value)
  }
}
