/// How often each length of gap was seen, in bounded memory.
///
/// Lengths share a bucket when they differ by less than 3.2 %, so a percentile is within 1.6 % of the
/// exact one; the longest is exact. Recording takes constant time.
package struct GapHistogram: Sendable, Hashable {
  /// Buckets for each doubling, as a power of two.
  private static let precisionBits = 5
  private static let bucketsPerDoubling = 1 << precisionBits
  /// A gap is a stall when it is longer than a second and ten times the middle gap.
  private static let shortestStall: UInt64 = 1_000_000_000
  private static let stallFactor: UInt64 = 10

  /// Grows to the longest gap seen: 7.5 kB at most.
  private var counts: [UInt32] = []
  package private(set) var count = 0
  /// The longest gap in nanoseconds; 0 when there is none.
  package private(set) var longest: UInt64 = 0

  package init() {}

  package mutating func record(nanoseconds: UInt64) {
    let bucket = Self.bucket(of: nanoseconds)
    while counts.count <= bucket { counts.append(0) }
    counts[bucket] &+= 1
    count += 1
    longest = max(longest, nanoseconds)
  }

  /// The gap, in nanoseconds, that this fraction of all gaps does not exceed (nearest rank).
  ///
  /// - Returns: `nil` when there is none.
  package func percentile(_ fraction: Double) -> UInt64? {
    guard count > 0 else { return nil }
    var rank = max(1, Int((fraction * Double(count)).rounded(.up)))
    guard rank < count else { return longest }
    for (bucket, seen) in counts.enumerated() {
      rank -= Int(seen)
      if rank <= 0 { return min(longest, Self.middle(of: bucket)) }
    }
    return longest
  }

  /// Whether a gap in nanoseconds, after those that were recorded, is a stall.
  package func makesStall(_ gap: UInt64) -> Bool {
    guard gap > Self.shortestStall else { return false }
    return gap > Self.stallFactor.multipliedReportingOverflow(by: percentile(0.5) ?? 0).0
  }

  /// The middle of each bucket that holds anything, and how much it holds; ascending.
  var buckets: [(middle: UInt64, count: Int)] {
    counts.enumerated().filter { $0.element > 0 }
      .map { (min(longest, Self.middle(of: $0.offset)), Int($0.element)) }
  }

  /// Exact below 32 ns; above, the leading bit and the five bits after it.
  private static func bucket(of value: UInt64) -> Int {
    guard value >= UInt64(bucketsPerDoubling) else { return Int(value) }
    let shift = UInt64.bitWidth - 1 - value.leadingZeroBitCount - precisionBits
    return shift * bucketsPerDoubling + Int(value >> UInt64(shift))
  }

  private static func middle(of bucket: Int) -> UInt64 {
    let shift = max(0, bucket / bucketsPerDoubling - 1)
    let lowest = UInt64(bucket - shift * bucketsPerDoubling) << UInt64(shift)
    return lowest + (UInt64(1) << UInt64(shift)) / 2
  }
}
