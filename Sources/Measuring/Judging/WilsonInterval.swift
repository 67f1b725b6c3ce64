/// Where a rate that was seen in some trials may truly lie.
///
/// Source: E. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927; of the simple ones the one
/// to use for few trials (Brown, Cai and DasGupta, "Interval Estimation for a Binomial Proportion", 2001).
package enum WilsonInterval {
  /// The deviate of 95 %.
  package static let deviate = 1.959963984540054

  /// - Parameters:
  ///   - rate: 0...1.
  ///   - trials: Of none nothing is known: the range is 0...1.
  /// - Returns: Lies within 0...1 and holds the rate.
  package static func range(rate: Double, of trials: Int) -> ClosedRange<Double> {
    guard trials > 0 else { return 0...1 }
    let count = Double(trials)
    let square = deviate * deviate
    let scale = 1 + square / count
    let middle = (rate + square / (2 * count)) / scale
    let spread = rate * (1 - rate) / count + square / (4 * count * count)
    let half = deviate * spread.squareRoot() / scale
    return min(rate, max(0, middle - half))...max(rate, min(1, middle + half))
  }
}
