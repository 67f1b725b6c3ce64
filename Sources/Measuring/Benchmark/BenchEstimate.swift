/// How long a measurement will still take, by what the requests have taken so far.
package struct BenchEstimate: Sendable {
  /// Requests of a load: those that are measured and those before.
  private let planned: [BenchLoad: Int]
  private let order: [BenchLoad]
  private var done: [BenchLoad: Int] = [:]
  /// Of each preset: the time that its requests took, and their number.
  private var took: [String: (seconds: Double, requests: Int)] = [:]

  package init(_ loads: [(load: BenchLoad, requests: Int)]) {
    order = loads.map(\.load)
    planned = Dictionary(loads.map { ($0.load, $0.requests) }) { $0 + $1 }
  }

  package var total: Int { planned.values.reduce(0, +) }
  package var ended: Int { done.values.reduce(0, +) }

  package mutating func note(_ load: BenchLoad, seconds: Double) {
    done[load, default: 0] += 1
    let before = took[load.preset] ?? (0, 0)
    took[load.preset] = (before.seconds + max(0, seconds), before.requests + 1)
  }

  /// Seconds to the end; `nil` while nothing has ended.
  ///
  /// A preset that was not asked yet counts as the mean of the others.
  package var secondsLeft: Double? {
    let all = took.values.reduce((0.0, 0)) { ($0.0 + $1.seconds, $0.1 + $1.requests) }
    guard all.1 > 0 else { return nil }
    return Set(order).reduce(0) { sum, load in
      let left = max(0, planned[load, default: 0] - done[load, default: 0])
      let own = took[load.preset] ?? (all.0, all.1)
      return sum + own.seconds / Double(own.requests) * Double(left) / Double(load.concurrency)
    }
  }
}
