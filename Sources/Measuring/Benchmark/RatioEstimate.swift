/// A sum over another sum, both over requests, and how far it may be from that of all requests.
///
/// Gaps of one request are alike, so requests and not gaps are what was drawn. Source: W. Cochran, "Sampling Techniques", 6.4.
struct RatioEstimate {
  let ratio: Double
  /// Half the interval of 95 %; `nil` for a single request.
  let halfWidth: Double?

  /// The pairs are a numerator and a denominator for each request; `nil` where the denominators come to nothing.
  init?(_ pairs: [(above: Double, below: Double)]) {
    let below = pairs.reduce(0) { $0 + $1.below }
    guard below > 0 else { return nil }
    let ratio = pairs.reduce(0) { $0 + $1.above } / below
    self.ratio = ratio
    guard pairs.count > 1 else {
      halfWidth = nil
      return
    }
    let squares = pairs.reduce(0) { sum, pair in
      let residual = pair.above - ratio * pair.below
      return sum + residual * residual
    }
    let count = Double(pairs.count)
    let deviation = (count / (count - 1) * squares).squareRoot() / below
    halfWidth = StudentT.deviate(degrees: pairs.count - 1) * deviation
  }

  /// The interval, without what is below 0.
  var interval: ClosedRange<Double>? { halfWidth.map { max(0, ratio - $0)...(ratio + $0) } }
}
