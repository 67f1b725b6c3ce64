/// Parents of messages, by place in a list.
enum ParentLinks {
  /// Makes a forest of what may have loops: each is cut where it was entered.
  ///
  /// - Returns: How many loops there were.
  static func cutLoops(in parents: inout [Int?]) -> Int {
    var loops = 0
    var climbs = Array(repeating: 0, count: parents.count)
    for start in parents.indices {
      var place = start
      while climbs[place] == 0 {
        climbs[place] = start + 1
        guard let parent = parents[place] else { break }
        if climbs[parent] == start + 1 {
          parents[place] = nil
          loops += 1
        }
        place = parent
      }
    }
    return loops
  }
}
