import Glibc

/// Whether one of two samples tends to be larger: the test of Mann and Whitney (1947), two-sided, for any distribution.
///
/// Up to 40 figures in all the p-value is exact, ties too: the part of all ways to deal the same ranks that are as far from
/// even or farther. Above it is by the normal approximation, corrected for ties and for continuity.
package struct MannWhitney: Sendable, Hashable {
  package enum Method: String, Sendable, Hashable {
    case exact
    case normal
  }

  static let mostExact = 40

  /// How often a figure of the first sample is above one of the second; ties count half.
  package let u: Double
  package let p: Double
  package let method: Method

  /// - Returns: `nil` where one of them is empty.
  package init?(_ first: [Double], _ second: [Double]) {
    guard !first.isEmpty, !second.isEmpty else { return nil }
    let ranks = DoubledRanks(first, second)
    let (m, n) = (Double(first.count), Double(second.count))
    u = Double(ranks.firstSum) / 2 - m * (m + 1) / 2
    if first.count + second.count <= Self.mostExact {
      method = .exact
      p = ranks.exactP(count: first.count)
    } else {
      method = .normal
      let all = m + n
      let variance = m * n / 12 * (all + 1 - ranks.ties / (all * (all - 1)))
      let distance = max(0, abs(u - m * n / 2) - 0.5)
      p = variance > 0 ? erfc(distance / (2 * variance).squareRoot()) : 1
    }
  }
}

/// The ranks of two samples together, each doubled, so that those of ties are whole numbers.
private struct DoubledRanks {
  /// Of all figures, ascending.
  private var ranks: [Int] = []
  /// The sum over the first sample.
  private(set) var firstSum = 0
  /// The sum of t^3 - t over all groups of t ties.
  private(set) var ties = 0.0

  init(_ first: [Double], _ second: [Double]) {
    let all = (first.map { ($0, true) } + second.map { ($0, false) }).sorted { $0.0 < $1.0 }
    var start = 0
    while start < all.count {
      var end = start + 1
      while end < all.count, all[end].0 == all[start].0 { end += 1 }
      for place in start..<end {
        ranks.append(start + 1 + end)
        if all[place].1 { firstSum += start + 1 + end }
      }
      let size = Double(end - start)
      ties += size * size * size - size
      start = end
    }
  }

  /// By counting how many choices of `count` ranks have each sum.
  func exactP(count: Int) -> Double {
    let most = ranks.reduce(0, +)
    var ways = [[Double]](repeating: Array(repeating: 0, count: most + 1), count: count + 1)
    ways[0][0] = 1
    for rank in ranks {
      for chosen in stride(from: count, through: 1, by: -1) {
        for sum in stride(from: most, through: rank, by: -1) where ways[chosen - 1][sum - rank] > 0
        {
          ways[chosen][sum] += ways[chosen - 1][sum - rank]
        }
      }
    }
    let middle = count * (ranks.count + 1)
    let distance = abs(firstSum - middle)
    var (far, all) = (0.0, 0.0)
    for (sum, number) in ways[count].enumerated() where number > 0 {
      all += number
      if abs(sum - middle) >= distance { far += number }
    }
    return far / all
  }
}
