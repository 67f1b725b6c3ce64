import Glibc

/// The regularised incomplete beta function, from which the other distributions follow.
///
/// Source: the continued fraction of Abramowitz and Stegun, 26.5.8, evaluated by Lentz's method.
enum BetaDistribution {
  /// The part of a beta distribution below `x`; `a` and `b` are above 0.
  static func below(_ x: Double, a: Double, b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    // The fraction converges fast on one side of the mean, and the function is symmetric.
    if x > (a + 1) / (a + b + 2) { return 1 - below(1 - x, a: b, b: a) }
    let front = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)
    return exp(front) * fraction(x, a, b) / a
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let least = 1e-300
    func away(_ value: Double) -> Double { abs(value) < least ? least : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var value = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      var change = 1.0
      for term in [even, odd] {
        d = 1 / away(1 + term * d)
        c = away(1 + term / c)
        change = c * d
        value *= change
      }
      if abs(change - 1) < 1e-14 { break }
    }
    return value
  }
}
