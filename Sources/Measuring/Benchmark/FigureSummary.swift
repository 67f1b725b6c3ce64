/// A figure over all requests: the mean, the percentiles, and an interval of 95 % for each.
///
/// An interval is `nil` where there are too few requests to give one.
package struct FigureSummary: Sendable, Hashable {
  package static let fractions = [0.5, 0.9, 0.95, 0.99]

  package let count: Int
  package let mean: Double
  package let least: Double
  package let percentiles: Percentiles
  package let meanInterval: ClosedRange<Double>?
  /// One for each of ``fractions``.
  package let percentileIntervals: [ClosedRange<Double>?]

  /// Of figures of which each request has one.
  ///
  /// The interval of the mean is Student's, those of percentiles are by order statistics: exact, whatever the distribution.
  ///
  /// - Returns: `nil` where there are none.
  package init?(perRequest values: [Double]) {
    let sorted = values.sorted()
    guard let percentiles = Percentiles.of(sorted: sorted),
      let mean = RatioEstimate(values.map { ($0, 1) })
    else { return nil }
    self.init(
      sorted: sorted,
      mean: mean,
      percentiles,
      intervals: Self.fractions.map { fraction in
        PercentileRanks.ranks(of: fraction, among: sorted.count).map {
          sorted[$0.lowerBound - 1]...sorted[$0.upperBound - 1]
        }
      }
    )
  }

  /// Of gaps, of which each request has many; requests are what was drawn, so they make the intervals.
  ///
  /// Those of percentiles are Woodruff's ("Confidence Intervals for Medians and Other Position Measures", 1952).
  ///
  /// - Returns: `nil` where there are none.
  package init?(pooled pool: GapPool) {
    let sorted = pool.gaps.sorted()
    guard let percentiles = Percentiles.of(sorted: sorted), let mean = RatioEstimate(pool.sums)
    else { return nil }
    let values = [percentiles.p50, percentiles.p90, percentiles.p95, percentiles.p99]
    self.init(
      sorted: sorted,
      mean: mean,
      percentiles,
      intervals: zip(Self.fractions, values).map { fraction, value in
        guard let half = RatioEstimate(pool.counts(upTo: value))?.halfWidth,
          fraction - half > 0, fraction + half < 1,
          let lower = Percentiles.value(at: fraction - half, ofSorted: sorted),
          let upper = Percentiles.value(at: fraction + half, ofSorted: sorted)
        else { return nil }
        return lower...upper
      },
      count: pool.count
    )
  }

  private init(
    sorted: [Double],
    mean: RatioEstimate,
    _ percentiles: Percentiles,
    intervals: [ClosedRange<Double>?],
    count: Int? = nil
  ) {
    self.count = count ?? sorted.count
    self.mean = mean.ratio
    self.percentiles = percentiles
    least = sorted.first ?? 0
    meanInterval = mean.interval
    percentileIntervals = intervals
  }
}
