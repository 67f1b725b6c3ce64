/// How a figure is spread, in bounded memory: percentiles within 1.6 %, the mean, the least and the greatest exactly.
package struct Distribution: Sendable, Hashable {
  /// Of thousandths.
  private var histogram = GapHistogram()
  private var sum = 0.0
  package private(set) var count = 0
  package private(set) var least: Double?
  package private(set) var greatest: Double?

  package init() {}

  /// - Parameter value: What is negative or not finite is left out.
  package mutating func record(_ value: Double) {
    guard value.isFinite, value >= 0, value < 1e15 else { return }
    histogram.record(nanoseconds: UInt64((value * 1_000).rounded()))
    sum += value
    count += 1
    least = min(least ?? value, value)
    greatest = max(greatest ?? value, value)
  }

  package var mean: Double? { count > 0 ? sum / Double(count) : nil }

  /// The figure that this fraction of all does not exceed (nearest rank).
  package func percentile(_ fraction: Double) -> Double? {
    guard let least, let greatest, let value = histogram.percentile(fraction) else { return nil }
    return min(greatest, max(least, Double(value) / 1_000))
  }

  /// Each figure that was seen, equal or nearly equal ones as one, and how often; ascending.
  package var values: [(value: Double, count: Int)] {
    histogram.buckets.map { (Double($0.middle) / 1_000, $0.count) }
  }
}
