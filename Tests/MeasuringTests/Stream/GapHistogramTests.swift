import Measuring
import Testing

@Suite struct GapHistogramTests {
  @Test func isExactForShortGapsAndTheLongest() {
    var gaps = GapHistogram()
    for gap in [5, 0, 31, 7, 1_234_567] as [UInt64] { gaps.record(nanoseconds: gap) }
    #expect([0.2, 0.4, 0.6, 0.8, 1].map { gaps.percentile($0) } == [0, 5, 7, 31, 1_234_567])
    #expect(gaps.longest == 1_234_567)
  }

  @Test(
    "is within two percent",
    arguments: [33, 1_000, 14_285_714, 999_999_999, 3_600_000_000_000] as [UInt64]
  )
  func isCloseEnough(gap: UInt64) throws {
    var gaps = GapHistogram()
    gaps.record(nanoseconds: gap)
    gaps.record(nanoseconds: .max)
    let middle = try #require(gaps.percentile(0.5))
    #expect(abs(Double(middle) / Double(gap) - 1) < 0.02)
  }

  @Test func findsPercentilesOfManyGaps() throws {
    var gaps = GapHistogram()
    for gap in 1...1_000 { gaps.record(nanoseconds: UInt64(gap) * 1_000) }
    let p95 = try #require(gaps.percentile(0.95))
    #expect(abs(Double(p95) / 950_000 - 1) < 0.02)
    #expect(gaps.count == 1_000)
  }

  @Test func knowsNothingOfNoGaps() {
    #expect(GapHistogram().percentile(0.5) == nil)
    #expect(GapHistogram().longest == 0)
  }
}
