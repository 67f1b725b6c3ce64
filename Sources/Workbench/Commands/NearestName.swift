/// Finds what somebody meant who wrote a name that does not exist.
package struct NearestName {
  private let known: [String]

  package init(known: [String]) {
    self.known = known
  }

  /// - Returns: The closest known name, the first of equals; `nil` when none is near enough to be meant.
  package func nearest(to name: String) -> String? {
    let wanted = name.lowercased()
    let limit = min(3, (wanted.count + 1) / 3)
    let distances = known.map { ($0, Self.distance(wanted, $0.lowercased())) }
    let best = distances.min { $0.1 < $1.1 }
    return best.flatMap { $0.1 <= limit ? $0.0 : nil }
  }

  /// Edits between two words, a swap of neighbours counting as one (optimal string alignment).
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.prefix(64))
    let right = Array(right.prefix(64))
    var rows = [Array(0...right.count)]
    for (row, character) in left.enumerated() {
      var next = [row + 1]
      for (column, other) in right.enumerated() {
        let change = rows[row][column] + (character == other ? 0 : 1)
        var best = min(change, rows[row][column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
          best = min(best, rows[row - 1][column - 1] + 1)
        }
        next.append(best)
      }
      rows.append(next)
    }
    return rows[left.count][right.count]
  }
}
