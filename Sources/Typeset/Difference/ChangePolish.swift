/// Makes the changes between two texts read well, without making any of them wrong.
struct ChangePolish {
  private let old: TokenText
  private let new: TokenText
  private let oldWeights: [Int]
  private let newWeights: [Int]
  private let newlines: [Int]

  /// The most bytes of words that may be given up between two changes.
  private static let heaviestIsland = 24
  /// How far a text that only one side has is moved.
  private static let farthestSlide = 128

  init(_ old: TokenText, _ new: TokenText) {
    (self.old, self.new) = (old, new)
    oldWeights = old.sums { old.kinds[$0].isSpoken ? old.bytes(of: $0..<$0 + 1).count : 0 }
    newWeights = new.sums { new.kinds[$0].isSpoken ? new.bytes(of: $0..<$0 + 1).count : 0 }
    newlines = old.sums { old.kinds[$0] == .newline ? 1 : 0 }
  }

  func polished(_ changes: [TokenChange]) -> [TokenChange] {
    merged(slid(changes))
  }

  /// Joins changes with less between them than they change themselves, such as a blank, a comma, a small word.
  ///
  /// The end of a line stays what it is, so that paragraphs remain apart.
  private func merged(_ changes: [TokenChange]) -> [TokenChange] {
    var result: [TokenChange] = []
    for change in changes {
      result.append(change)
      while result.count > 1, isIsland(between: result[result.count - 2], result[result.count - 1])
      {
        let last = result.removeLast()
        let before = result.removeLast()
        result.append(
          TokenChange(
            old: before.old.lowerBound..<last.old.upperBound,
            new: before.new.lowerBound..<last.new.upperBound
          )
        )
      }
    }
    return result
  }

  private func isIsland(between left: TokenChange, _ right: TokenChange) -> Bool {
    let island = left.old.upperBound..<right.old.lowerBound
    guard newlines[island.upperBound] == newlines[island.lowerBound] else { return false }
    let weight = oldWeights[island.upperBound] - oldWeights[island.lowerBound]
    return weight <= min(Self.heaviestIsland, self.weight(of: left), self.weight(of: right))
  }

  private func weight(of change: TokenChange) -> Int {
    max(
      oldWeights[change.old.upperBound] - oldWeights[change.old.lowerBound],
      newWeights[change.new.upperBound] - newWeights[change.new.lowerBound]
    )
  }

  /// Moves what only one side has to where lines, sentences or at least words begin.
  private func slid(_ changes: [TokenChange]) -> [TokenChange] {
    var result = changes
    for index in result.indices {
      let isNew = result[index].old.isEmpty
      guard isNew || result[index].new.isEmpty else { continue }
      let text = isNew ? new : old
      let range = isNew ? result[index].new : result[index].old
      let previous =
        index > 0 ? (isNew ? result[index - 1].new : result[index - 1].old).upperBound : 0
      let next =
        index + 1 < result.count
        ? (isNew ? result[index + 1].new : result[index + 1].old).lowerBound : text.count
      let shift = text.bestSlide(of: range, within: previous..<next, most: Self.farthestSlide)
      result[index].old = result[index].old.shifted(by: shift)
      result[index].new = result[index].new.shifted(by: shift)
    }
    return result
  }
}

extension TokenText {
  /// What all tokens before each place, and at last all, amount to.
  func sums(_ value: (Int) -> Int) -> [Int] {
    var sums = [0]
    sums.reserveCapacity(count + 1)
    var sum = 0
    for index in 0..<count {
      sum += value(index)
      sums.append(sum)
    }
    return sums
  }

  /// By how many tokens a stretch can move to stand best, leaving the text the same and touching no bound.
  fileprivate func bestSlide(of range: Range<Int>, within bounds: Range<Int>, most: Int) -> Int {
    var best = 0
    var bestScore = score(range)
    func consider(_ shift: Int) {
      let score = score(range.shifted(by: shift))
      if score > bestScore { (best, bestScore) = (shift, score) }
    }
    var shift = 0
    while shift > -most, range.lowerBound + shift - 1 > bounds.lowerBound,
      ids[range.lowerBound + shift - 1] == ids[range.upperBound + shift - 1]
    {
      shift -= 1
      consider(shift)
    }
    shift = 0
    while shift < most, range.upperBound + shift + 1 < bounds.upperBound,
      ids[range.lowerBound + shift] == ids[range.upperBound + shift]
    {
      shift += 1
      consider(shift)
    }
    return best
  }

  private func score(_ range: Range<Int>) -> Int {
    score(at: range.lowerBound) + score(at: range.upperBound)
  }

  /// How good a place is for a change to begin or end.
  private func score(at place: Int) -> Int {
    guard place > 0, place < count else { return 4 }
    switch (kinds[place - 1], kinds[place]) {
    case (.newline, _): return 4
    case (.blank, _): return place > 1 && kinds[place - 2] == .sign ? 3 : 2
    case (_, .blank), (_, .newline): return 1
    default: return 0
    }
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
