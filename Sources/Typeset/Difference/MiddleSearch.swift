/// Searches for the middle of the shortest way from one sequence to another, from both ends at once.
struct MiddleSearch {
  /// The farthest place in the old sequence on each diagonal, from the start and from the end.
  private var forward: [Int]
  private var backward: [Int]
  /// How many changes a search from one end may find before it is cut short.
  private let reach: Int

  init(reach: Int) {
    self.reach = reach
    forward = Array(repeating: 0, count: 2 * reach + 3)
    backward = forward
  }

  /// A place through which a short way leads, as offsets, and what is equal there; `nil` when the budget is spent.
  ///
  /// The sequences neither begin nor end alike, and neither is empty.
  mutating func middle(
    of old: Span<Int32>,
    _ new: Span<Int32>,
    budget: inout StepBudget
  ) -> Match? {
    let (origin, delta) = (reach + 1, old.count - new.count)
    let isOdd = delta % 2 != 0
    forward[origin + 1] = 0
    backward[origin + 1] = 0
    for changes in 0...min(reach, (old.count + new.count + 1) / 2) {
      if budget.isExhausted { return nil }
      let diagonals = Self.diagonals(changes, of: old.count, new.count)
      for diagonal in diagonals {
        let start = step(forward, at: diagonal, changes)
        var place = start
        while place < old.count, place - diagonal < new.count, old[place] == new[place - diagonal] {
          place += 1
        }
        budget.spend(place - start + 1)
        forward[origin + diagonal] = place
        let other = delta - diagonal
        if isOdd, abs(other) < changes, place + backward[origin + other] >= old.count {
          return Match(old: start, new: start - diagonal, count: place - start)
        }
      }
      for diagonal in diagonals {
        let start = step(backward, at: diagonal, changes)
        var place = start
        while place < old.count, place - diagonal < new.count,
          old[old.count - 1 - place] == new[new.count - 1 - place + diagonal]
        {
          place += 1
        }
        budget.spend(place - start + 1)
        backward[origin + diagonal] = place
        let other = delta - diagonal
        if !isOdd, abs(other) <= changes, place + forward[origin + other] >= old.count {
          return Match(
            old: old.count - place,
            new: new.count - place + diagonal,
            count: place - start
          )
        }
      }
    }
    return farthest(from: origin, of: old.count, new.count)
  }

  /// Those that lie within the sequences.
  private static func diagonals(
    _ changes: Int,
    of oldCount: Int,
    _ newCount: Int
  ) -> StrideThrough<Int> {
    stride(
      from: -(changes - 2 * max(0, changes - newCount)),
      through: changes - 2 * max(0, changes - oldCount),
      by: 2
    )
  }

  /// Where a diagonal is entered, from the better of its neighbours.
  private func step(_ places: [Int], at diagonal: Int, _ changes: Int) -> Int {
    let index = reach + 1 + diagonal
    let isFromAbove =
      diagonal == -changes || (diagonal != changes && places[index - 1] < places[index + 1])
    return isFromAbove ? places[index + 1] : places[index - 1] + 1
  }

  /// The place where the search from the start came closest to the end.
  private func farthest(from origin: Int, of oldCount: Int, _ newCount: Int) -> Match? {
    var best: Match?
    for diagonal in Self.diagonals(reach, of: oldCount, newCount) {
      let place = forward[origin + diagonal]
      let other = place - diagonal
      guard (0...oldCount).contains(place), (0...newCount).contains(other) else { continue }
      if place + other > best.map({ $0.old + $0.new }) ?? 0 {
        best = Match(old: place, new: other, count: 0)
      }
    }
    return best
  }
}
