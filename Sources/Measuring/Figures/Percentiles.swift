/// The usual percentiles of some figures; each is a figure that was seen (nearest rank).
package struct Percentiles: Sendable, Hashable {
  package var p50: Double
  package var p90: Double
  package var p95: Double
  package var p99: Double
  package var max: Double

  package init(p50: Double, p90: Double, p95: Double, p99: Double, max: Double) {
    self.p50 = p50
    self.p90 = p90
    self.p95 = p95
    self.p99 = p99
    self.max = max
  }

  /// - Parameter sorted: Ascending.
  /// - Returns: `nil` when there are no figures.
  package static func of(sorted: [Double]) -> Percentiles? {
    guard let max = sorted.last else { return nil }
    func value(_ fraction: Double) -> Double { Self.value(at: fraction, ofSorted: sorted) ?? max }
    return Percentiles(
      p50: value(0.5),
      p90: value(0.9),
      p95: value(0.95),
      p99: value(0.99),
      max: max
    )
  }

  /// The figure that a fraction of all figures does not exceed.
  ///
  /// - Returns: `nil` when there are no figures.
  package static func value(at fraction: Double, ofSorted sorted: [Double]) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let rank = Int((fraction * Double(sorted.count)).rounded(.up))
    return sorted[min(sorted.count, Swift.max(1, rank)) - 1]
  }
}
