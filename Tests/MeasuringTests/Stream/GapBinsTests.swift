import Measuring
import Testing

@Suite struct GapBinsTests {
  @Test func countsEachGapOnce() {
    var gaps = GapHistogram()
    for gap: UInt64 in [0, 500_000, 1_500_000, 15_000_000, 16_000_000, 900_000_000, 60_000_000_000]
    {
      gaps.record(nanoseconds: gap)
    }
    #expect(GapBins.counts(of: gaps) == [2, 1, 0, 0, 2, 0, 0, 0, 0, 1, 0, 0, 1])
  }
}
