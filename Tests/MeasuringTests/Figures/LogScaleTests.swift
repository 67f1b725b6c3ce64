import Measuring
import Testing

@Suite struct LogScaleTests {
  @Test func reachesToTheNextPowerOfTen() {
    #expect(LogScale(from: 0.1, to: 100).greatest == 100)
    #expect(LogScale(from: 0.1, to: 101).greatest == 1_000)
    #expect(LogScale(from: 0.1, to: 0).greatest == 1)
  }

  @Test(
    "levels",
    arguments: [
      (0.0, 0), (-1, 0), (0.01, 1), (0.1, 1), (1, 8), (10, 16), (100, 24), (1e9, 24),
    ]
  )
  func levels(value: Double, level: Int) {
    #expect(LogScale(from: 0.1, to: 100).level(of: value, levels: 24) == level)
  }
}
