/// Student's t distribution: how far the mean of a few may be from the mean of all.
enum StudentT {
  /// The deviate that 95 % lie within, on both sides of 0; there are 1 or more degrees of freedom.
  static func deviate(degrees: Int) -> Double {
    let degrees = Double(degrees)
    var range = (0.0, 1_000.0)
    for _ in 0..<80 {
      let middle = (range.0 + range.1) / 2
      // The part that lies outside on both sides (Abramowitz and Stegun, 26.7.1).
      let outside = BetaDistribution.below(
        degrees / (degrees + middle * middle),
        a: degrees / 2,
        b: 0.5
      )
      if outside > 0.05 { range.0 = middle } else { range.1 = middle }
    }
    return (range.0 + range.1) / 2
  }
}
