/// Equal stretches of two sequences.
struct Match: Sendable, Hashable {
  var old: Int
  var new: Int
  var count: Int
}

/// Finds what two sequences have in common, in order, as much of it as a budget allows.
///
/// Source: E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, section 4b (linear space). Where sequences differ
/// too much for their budget a search is cut short, and the sequences are parted where it came farthest; where nothing is
/// left of the budget they have no more in common. Either way what is found is so, only not all there is.
struct SequenceMatcher {
  private let old: [Int32]
  private let new: [Int32]
  private(set) var matches: [Match] = []

  /// Stretches of both sequences that are still to be compared.
  private struct Box {
    var old: Range<Int>
    var new: Range<Int>

    var count: Int { old.count + new.count }
  }

  private enum Task {
    case compare(Box)
    case note(Match)
  }

  init(_ old: [Int32], _ new: [Int32]) {
    self.old = old
    self.new = new
  }

  /// Adds the matches of two stretches, which lie behind all that were compared before.
  mutating func compare(_ old: Range<Int>, _ new: Range<Int>, budget: inout StepBudget) {
    let whole = Box(old: old, new: new)
    // As often as a search fails it has brought one closer to the end by as many tokens.
    let reach = max(16, budget.left / (4 * max(1, whole.count)))
    var search = MiddleSearch(reach: min(reach, whole.count / 2 + 1))
    var tasks: [Task] = [.compare(whole)]
    while let task = tasks.popLast() {
      switch task {
      case .note(let match): note(match)
      case .compare(var box):
        let tail = trim(&box, budget: &budget)
        if tail.count > 0 { tasks.append(.note(tail)) }
        guard !box.old.isEmpty, !box.new.isEmpty, !budget.isExhausted else { continue }
        let middle = search.middle(
          of: self.old.span.extracting(box.old),
          self.new.span.extracting(box.new),
          budget: &budget
        )
        guard let middle else { continue }
        let match = Match(
          old: box.old.lowerBound + middle.old,
          new: box.new.lowerBound + middle.new,
          count: middle.count
        )
        let behind = Box(
          old: match.old + match.count..<box.old.upperBound,
          new: match.new + match.count..<box.new.upperBound
        )
        let before = Box(
          old: box.old.lowerBound..<match.old,
          new: box.new.lowerBound..<match.new
        )
        tasks += [.compare(behind), .note(match), .compare(before)]
      }
    }
  }

  /// Notes a match; joined to the one before where it only goes on.
  mutating func note(_ match: Match) {
    guard match.count > 0 else { return }
    if let last = matches.last, last.old + last.count == match.old,
      last.new + last.count == match.new
    {
      matches[matches.count - 1].count += match.count
    } else {
      matches.append(match)
    }
  }

  /// Notes what both begin with, and returns what both end in.
  private mutating func trim(_ box: inout Box, budget: inout StepBudget) -> Match {
    var head = Match(old: box.old.lowerBound, new: box.new.lowerBound, count: 0)
    let most = min(box.old.count, box.new.count)
    while head.count < most, old[head.old + head.count] == new[head.new + head.count] {
      head.count += 1
    }
    var tail = 0
    while tail < most - head.count,
      old[box.old.upperBound - 1 - tail] == new[box.new.upperBound - 1 - tail]
    {
      tail += 1
    }
    budget.spend(head.count + tail + 1)
    note(head)
    box.old = head.old + head.count..<box.old.upperBound - tail
    box.new = head.new + head.count..<box.new.upperBound - tail
    return Match(old: box.old.upperBound, new: box.new.upperBound, count: tail)
  }
}
