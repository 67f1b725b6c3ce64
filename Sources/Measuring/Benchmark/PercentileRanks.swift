/// Between which of some independent figures a percentile of all lies, with 95 % and whatever their distribution.
///
/// The number of figures below a percentile is binomial (David and Nagaraja, "Order Statistics", 7.1).
enum PercentileRanks {
  /// Ranks from 1; `nil` where so few figures have none that is surely above or below.
  static func ranks(of fraction: Double, among count: Int) -> ClosedRange<Int>? {
    guard count > 0 else { return nil }
    // The part of all samples in which at most `most` figures lie below the percentile.
    func atMost(_ most: Int) -> Double {
      most < 0
        ? 0
        : most >= count
          ? 1
          : BetaDistribution.below(1 - fraction, a: Double(count - most), b: Double(most + 1))
    }
    guard let lower = last(in: 1...count, where: { atMost($0 - 1) <= 0.025 }) else { return nil }
    let isBelow = { (rank: Int) in atMost(rank - 1) < 0.975 }
    let upper = (last(in: 1...count, where: isBelow) ?? 0) + 1
    return upper > count ? nil : lower...upper
  }

  /// The last number that meets a condition which the numbers up to it meet and no others.
  private static func last(in range: ClosedRange<Int>, where meets: (Int) -> Bool) -> Int? {
    var (least, most) = (range.lowerBound - 1, range.upperBound)
    while least < most {
      let middle = (least + most + 1) / 2
      if meets(middle) { least = middle } else { most = middle - 1 }
    }
    return least < range.lowerBound ? nil : least
  }
}
