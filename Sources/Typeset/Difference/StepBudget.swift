/// How many comparisons of two tokens, lines or the like a piece of work may take.
struct StepBudget: Sendable {
  private(set) var spent = 0
  /// Where the work at hand gives up.
  private(set) var limit: Int
  private let total: Int

  init(total: Int) {
    self.total = total
    limit = total
  }

  var isExhausted: Bool { spent >= limit }
  var left: Int { max(0, limit - spent) }

  mutating func spend(_ steps: Int) { spent += steps }

  /// Gives the next piece of work its part of what is left for all pieces that are to come.
  mutating func allot(_ size: Int, of remaining: Int) {
    let left = Double(max(0, total - spent))
    limit = spent + Int(left * Double(size) / Double(max(1, remaining)))
  }
}
