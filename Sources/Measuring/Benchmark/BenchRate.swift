/// What came to so much a second over a whole load, and an interval of 95 %.
///
/// While a constant number of requests is under way, the rate follows what a request brings for the time it takes; how far that
/// ratio may be off says how far the rate may.
package struct BenchRate: Sendable, Hashable {
  package let value: Double
  package let interval: ClosedRange<Double>?

  /// The costs are what each request brought, and the time that it took.
  init?(_ total: Double, over seconds: Double, _ costs: [(above: Double, below: Double)]) {
    guard seconds > 0 else { return nil }
    value = total / seconds
    guard let ratio = RatioEstimate(costs), ratio.ratio > 0, let half = ratio.halfWidth else {
      interval = nil
      return
    }
    let part = half / ratio.ratio
    interval = value * max(0, 1 - part)...value * (1 + part)
  }
}
