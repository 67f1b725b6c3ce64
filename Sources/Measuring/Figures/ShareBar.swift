/// A bar that is divided among parts.
package enum ShareBar {
  /// How many of `width` cells each part has; a part above 0 has at least one, as far as there are any, and the others
  /// are in proportion, by the largest remainders.
  package static func cells(_ parts: [Double], width: Int) -> [Int] {
    let parts = parts.map { $0.isFinite ? max(0, $0) : 0 }
    let sum = parts.reduce(0, +)
    var left = max(0, width)
    var cells = parts.map { part -> Int in
      guard part > 0, left > 0 else { return 0 }
      left -= 1
      return 1
    }
    guard sum > 0, left > 0 else { return cells }
    // The first cell of each is given: what it lacks of its share is divided.
    let wanted = zip(parts, cells).map { max(0, $0 / sum * Double(width) - Double($1)) }
    let all = wanted.reduce(0, +)
    guard all > 0 else { return cells }
    let shares = wanted.map { $0 / all * Double(left) }
    for index in cells.indices { cells[index] += Int(shares[index]) }
    let rest = max(0, width) - cells.reduce(0, +)
    let order = shares.indices.sorted {
      (shares[$1] - shares[$1].rounded(.down), $0) < (shares[$0] - shares[$0].rounded(.down), $1)
    }
    for index in order.prefix(max(0, rest)) { cells[index] += 1 }
    return cells
  }
}
