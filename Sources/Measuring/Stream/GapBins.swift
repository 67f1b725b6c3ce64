/// The gaps of a stream in bins that grow by the steps 1, 2, 5.
package enum GapBins {
  /// The upper ends of all bins but the last, in milliseconds.
  package static let ends: [Double] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000]

  /// How many gaps each bin holds, one more than there are ends; a gap counts within 1.6 % of its length.
  package static func counts(of gaps: GapHistogram) -> [Int] {
    var counts = [Int](repeating: 0, count: ends.count + 1)
    for (middle, count) in gaps.buckets {
      let bin = ends.firstIndex { Double(middle) < $0 * 1e6 } ?? ends.count
      counts[bin] += count
    }
    return counts
  }
}
