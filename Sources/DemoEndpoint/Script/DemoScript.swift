/// The course of one answer: its steps and how it ends, the same on every run.
///
/// Steps are computed by index, so that a million words take no memory.
struct DemoScript: Sendable {
  /// What follows the last step.
  enum Ending: Sendable, Hashable {
    /// `finish_reason`, usage where asked for, and `[DONE]`.
    case finished(reason: String)
    /// The body ends, and nothing was said about it.
    case unsaid
  }

  let count: Int
  /// How many of the steps send text; the embedded endpoint counts each of these as a token.
  let deltaCount: Int
  let ending: Ending
  private let stepAt: @Sendable (Int) -> DemoStep

  init(
    count: Int,
    deltaCount: Int,
    ending: Ending = .finished(reason: "stop"),
    stepAt: @escaping @Sendable (Int) -> DemoStep
  ) {
    self.count = count
    self.deltaCount = deltaCount
    self.ending = ending
    self.stepAt = stepAt
  }

  init(_ steps: [DemoStep], ending: Ending = .finished(reason: "stop")) {
    let deltaCount = steps.count(where: \.isDelta)
    self.init(count: steps.count, deltaCount: deltaCount, ending: ending) { steps[$0] }
  }

  /// - Parameter index: From 0 to `count` - 1.
  subscript(index: Int) -> DemoStep { stepAt(index) }

  var steps: some Sequence<DemoStep> { (0..<count).lazy.map(stepAt) }

  /// The script up to this many deltas, then ended with the reason `length`, as `max_tokens` asks for.
  func limited(toDeltas limit: Int) -> DemoScript {
    var deltas = 0
    for (index, step) in steps.enumerated() where step.isDelta {
      if deltas == limit {
        return DemoScript(
          count: index,
          deltaCount: limit,
          ending: .finished(reason: "length"),
          stepAt: stepAt
        )
      }
      deltas += 1
    }
    return self
  }
}

extension DemoStep {
  /// Whether the step sends text.
  var isDelta: Bool {
    switch self {
    case .content, .reasoning, .torn: true
    case .wait, .breakOff: false
    }
  }
}
