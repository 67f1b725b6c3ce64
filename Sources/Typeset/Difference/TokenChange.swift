/// Tokens of one text that stand for tokens of another; either side may be empty, not both.
struct TokenChange: Sendable, Hashable {
  var old: Range<Int>
  var new: Range<Int>

  /// What lies between matches.
  static func all(between matches: [Match], _ oldCount: Int, _ newCount: Int) -> [TokenChange] {
    var changes: [TokenChange] = []
    var (old, new) = (0, 0)
    for match in matches + [Match(old: oldCount, new: newCount, count: 0)] {
      if match.old > old || match.new > new {
        changes.append(TokenChange(old: old..<match.old, new: new..<match.new))
      }
      (old, new) = (match.old + match.count, match.new + match.count)
    }
    return changes
  }
}
