import Conversation
import Testing

@testable import Measuring

@Suite struct StudentTTests {
  @Test(
    "agrees with printed tables",
    arguments: zip([1, 2, 4, 9, 30, 120], [12.7062, 4.3027, 2.7764, 2.2622, 2.0423, 1.9799])
  )
  func agrees(degrees: Int, deviate: Double) {
    #expect(abs(StudentT.deviate(degrees: degrees) - deviate) < 6e-5)
  }

  @Test func comesToTheNormalOne() {
    #expect(abs(StudentT.deviate(degrees: 1_000_000) - WilsonInterval.deviate) < 1e-5)
  }
}

@Suite struct PercentileRanksTests {
  /// The part of all samples in which from `lower` to `upper - 1` figures lie below the percentile, by a plain sum.
  private static func cover(_ ranks: ClosedRange<Int>, _ fraction: Double, _ count: Int) -> Double {
    // From the most likely side, whose first term does not vanish.
    var term = 1.0
    for _ in 0..<count { term *= fraction }
    var sum = 0.0
    for below in stride(from: count, through: 0, by: -1) {
      if (ranks.lowerBound..<ranks.upperBound).contains(below) { sum += term }
      term *= Double(below) / Double(count - below + 1) * (1 - fraction) / fraction
    }
    return sum
  }

  @Test(
    "holds the percentile with 95 %, and no rank closer would",
    arguments: [6, 10, 25, 72, 100, 368, 500],
    FigureSummary.fractions
  )
  func holds(count: Int, fraction: Double) {
    guard let ranks = PercentileRanks.ranks(of: fraction, among: count) else { return }
    #expect(Self.cover(ranks, fraction, count) >= 0.95 - 1e-9)
    #expect(1 - Self.cover(ranks.lowerBound...count + 1, fraction, count) <= 0.025 + 1e-9)
    #expect(1 - Self.cover(ranks.lowerBound + 1...count + 1, fraction, count) > 0.025)
  }

  @Test(
    "gives none of too few",
    arguments: zip(FigureSummary.fractions, [6, 36, 72, 368])
  )
  func wantsEnough(fraction: Double, fewest: Int) {
    #expect(PercentileRanks.ranks(of: fraction, among: fewest - 1) == nil)
    #expect(PercentileRanks.ranks(of: fraction, among: fewest) != nil)
    #expect(PercentileRanks.ranks(of: fraction, among: 0) == nil)
  }

  @Test func agreesWithAPrintedTable() {
    // The interval of a median by its sign test: 10 figures, ranks 2 and 9; 20 figures, ranks 6 and 15.
    #expect(PercentileRanks.ranks(of: 0.5, among: 10) == 2...9)
    #expect(PercentileRanks.ranks(of: 0.5, among: 20) == 6...15)
  }
}

@Suite struct FigureSummaryTests {
  @Test func agreesWithAPlainCalculation() throws {
    let summary = try #require(FigureSummary(perRequest: [5, 1, 4, 2, 3]))
    let deviation = 2.5.squareRoot() / 5.0.squareRoot()
    let interval = try #require(summary.meanInterval)
    #expect(summary.mean == 3)
    #expect(abs(interval.lowerBound - (3 - 2.776445 * deviation)) < 1e-5)
    #expect(abs(interval.upperBound - (3 + 2.776445 * deviation)) < 1e-5)
    #expect(summary.percentiles == Percentiles(p50: 3, p90: 5, p95: 5, p99: 5, max: 5))
    #expect(summary.least == 1)
    #expect(summary.percentileIntervals == [nil, nil, nil, nil])
  }

  @Test func ofOneThereIsNoInterval() throws {
    let summary = try #require(FigureSummary(perRequest: [7]))
    #expect(summary.mean == 7)
    #expect(summary.meanInterval == nil)
    #expect(FigureSummary(perRequest: []) == nil)
  }

  @Test func pooledGapsAreCountedOneByOneAndDrawnByRequest() throws {
    var pool = GapPool()
    pool.add([1, 1, 1, 1, 1, 1, 1, 1])
    pool.add([9, 9])
    let summary = try #require(FigureSummary(pooled: pool))
    #expect(summary.count == 10)
    #expect(summary.mean == 2.6)
    #expect(summary.percentiles.p50 == 1)
    #expect(summary.percentiles.p90 == 9)
    // By requests, of which there are two: wide.
    let interval = try #require(summary.meanInterval)
    #expect(interval.lowerBound == 0)
    #expect(interval.upperBound > 20)
  }

  @Test(
    "holds what is so in the mean nineteen times of twenty",
    arguments: [0.5, 0.9]
  )
  func holdsItsShare(fraction: Double) throws {
    var generator = SeededGenerator(seed: 7)
    var held = 0
    for _ in 0..<400 {
      var pool = GapPool()
      for _ in 0..<30 {
        // Gaps of one request have a part in common.
        let base = Double.random(in: 0...1, using: &generator)
        pool.add((0..<20).map { _ in base + Double.random(in: 0...1, using: &generator) })
      }
      let place = fraction == 0.5 ? 0 : 1
      let interval = try #require(FigureSummary(pooled: pool)?.percentileIntervals[place])
      // Of the sum of two even ones: 1 is the middle, and the square root of 0.2 below 2 the ninetieth part.
      if interval.contains(fraction == 0.5 ? 1 : 2 - 0.2.squareRoot()) { held += 1 }
    }
    #expect((368...396).contains(held), "\(held) of 400")
  }
}

@Suite struct GapPoolTests {
  @Test("keeps each so-manieth beyond its bound, and the mean of all", arguments: [1, 3, 7, 50])
  func thinsOut(chunk: Int) throws {
    var pool = GapPool(most: 100)
    let gaps = (0..<1_000).map(Double.init)
    for start in stride(from: 0, to: gaps.count, by: chunk) {
      pool.add(Array(gaps[start..<min(gaps.count, start + chunk)]))
    }
    #expect(pool.count == 1_000)
    #expect(pool.gaps.count <= 100)
    #expect(pool.gaps == stride(from: 0, to: 1_000, by: pool.stride).map(Double.init))
    #expect(try #require(FigureSummary(pooled: pool)).mean == 499.5)
    let counted = pool.counts(upTo: .infinity).reduce(0) { $0 + $1.below }
    #expect(counted == Double(pool.gaps.count))
  }
}
