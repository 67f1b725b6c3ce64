/// The gaps of all requests, and whose each is; all of them up to four million, of more every second, fourth, … one.
///
/// Sums are always of all, so means are exact.
package struct GapPool: Sendable {
  private let most: Int
  package private(set) var gaps: [Double] = []
  /// Where the gaps of each request end.
  private var ends: [Int] = []
  /// The sum of each request's gaps, and their number.
  private(set) var sums: [(above: Double, below: Double)] = []
  package private(set) var count = 0
  /// Of how many gaps one is kept.
  package private(set) var stride = 1

  package init(most: Int = 4_000_000) { self.most = most }

  package mutating func add(_ new: [Double]) {
    guard !new.isEmpty else { return }
    let skipped = (stride - count % stride) % stride
    gaps += Swift.stride(from: skipped, to: new.count, by: stride).lazy.map { new[$0] }
    ends.append(gaps.count)
    sums.append((new.reduce(0, +), Double(new.count)))
    count += new.count
    while gaps.count > most { thinOut() }
  }

  private mutating func thinOut() {
    gaps = Swift.stride(from: 0, to: gaps.count, by: 2).map { gaps[$0] }
    ends = ends.map { ($0 + 1) / 2 }
    stride *= 2
  }

  /// How many of each request's gaps are no longer than this, and how many it has.
  func counts(upTo longest: Double) -> [(above: Double, below: Double)] {
    var start = 0
    return ends.map { end in
      defer { start = end }
      let own = gaps[start..<end]
      return (Double(own.count { $0 <= longest }), Double(own.count))
    }
  }
}
