/// Finds the elements that stand once in each of two lists and in the same order in both.
///
/// Source: B. Cohen's "patience diff": such lines belong together whatever lies between them, where the longest common
/// sequence would rather join the blank lines of paragraphs that have nothing to do with each other.
struct UniqueAnchors {
  /// Ascending on both sides.
  let pairs: [(old: Int, new: Int)]

  /// - Parameters:
  ///   - old: `nil` stands for an element that says nothing of where it belongs.
  ///   - new: The same.
  init<Element: Hashable>(_ old: [Element?], _ new: [Element?]) {
    var places: [Element: (old: Int, new: Int)] = [:]
    for (index, element) in old.enumerated() {
      if let element { places[element, default: (-1, -1)].old.note(index) }
    }
    for (index, element) in new.enumerated() {
      if let element { places[element, default: (-1, -1)].new.note(index) }
    }
    let candidates = old.compactMap { element -> (old: Int, new: Int)? in
      guard let place = element.flatMap({ places[$0] }), place.old >= 0, place.new >= 0
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
