/// Pairs elements of two lists that are alike, in order; what has no partner stays alone.
struct SimilarityAlignment {
  /// Ascending on both sides.
  let pairs: [(old: Int, new: Int)]

  /// The way that gains most (Needleman and Wunsch, 1970).
  ///
  /// Each pair is at least as alike as the threshold; the likeness, 0...1, is asked once for an element of each.
  init(_ oldCount: Int, _ newCount: Int, threshold: Double, likeness: (Int, Int) -> Double) {
    let width = newCount + 1
    var gains = Array(repeating: 0.0, count: (oldCount + 1) * width)
    var pairs = Array(repeating: false, count: gains.count)
    // From the end, so that of equal ways the one that pairs early wins.
    for old in (0..<oldCount).reversed() {
      for new in (0..<newCount).reversed() {
        let place = old * width + new
        let alike = likeness(old, new)
        gains[place] = max(gains[place + 1], gains[place + width])
        guard alike >= threshold, gains[place + width + 1] + alike > gains[place] else { continue }
        gains[place] = gains[place + width + 1] + alike
        pairs[place] = true
      }
    }
    var chain: [(old: Int, new: Int)] = []
    var (old, new) = (0, 0)
    while old < oldCount, new < newCount {
      let place = old * width + new
      if pairs[place] {
        chain.append((old, new))
        (old, new) = (old + 1, new + 1)
      } else if gains[place + width] >= gains[place + 1] {
        old += 1
      } else {
        new += 1
      }
    }
    self.pairs = chain
  }
}
