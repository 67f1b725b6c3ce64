/// An option that takes a number of things.
struct CountOption {
  private let name: String
  private let range: ClosedRange<Int>

  init(_ name: String, within range: ClosedRange<Int>) {
    self.name = name
    self.range = range
  }

  func checked(_ count: Int) throws(UsageProblem) -> Int {
    guard range.contains(count) else {
      throw UsageProblem(
        "\(name) wants a number from \(range.lowerBound) to \(range.upperBound), and not \(count)"
      )
    }
    return count
  }
}
