/// Finds the lines that stand once in each of two texts and in the same order in both.
///
/// Source: B. Cohen's "patience diff": such lines belong together whatever lies between them, where the longest common
/// sequence would rather join the blank lines of paragraphs that have nothing to do with each other.
struct LineAnchors {
  /// Pairs of lines, ascending on both sides.
  let pairs: [(old: Int, new: Int)]

  init(_ old: TokenLines, _ oldRange: Range<Int>, _ new: TokenLines, _ newRange: Range<Int>) {
    var places: [Int32: (old: Int, new: Int)] = [:]
    for index in oldRange {
      places[old.lines[index].id, default: (-1, -1)].old.note(index)
    }
    for index in newRange {
      places[new.lines[index].id, default: (-1, -1)].new.note(index)
    }
    // A line of a word or two, a blank one or a brace say nothing of where they belong.
    let candidates = oldRange.compactMap { index -> (old: Int, new: Int)? in
      guard old.lines[index].tokens.count >= 6,
        let place = places[old.lines[index].id], place.old >= 0, place.new >= 0
      else { return nil }
      return place
    }
    pairs = Self.longestAscending(candidates)
  }

  /// The longest part that ascends on the new side too (patience sorting).
  private static func longestAscending(
    _ pairs: [(old: Int, new: Int)]
  ) -> [(old: Int, new: Int)] {
    var tops: [Int] = []
    var below: [Int?] = []
    for (index, pair) in pairs.enumerated() {
      let pile = tops.partition { pairs[$0].new < pair.new }
      below.append(pile > 0 ? tops[pile - 1] : nil)
      if pile < tops.count { tops[pile] = index } else { tops.append(index) }
    }
    var chain: [(old: Int, new: Int)] = []
    var next = tops.last
    while let index = next {
      chain.append(pairs[index])
      next = below[index]
    }
    return chain.reversed()
  }
}

extension Int {
  /// -1 for none yet, -2 for several.
  fileprivate mutating func note(_ index: Int) { self = self == -1 ? index : -2 }
}
