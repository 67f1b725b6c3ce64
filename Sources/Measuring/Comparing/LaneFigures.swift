/// The figures of one lane over all its answers; takes the same memory however many there are.
package struct LaneFigures: Sendable, Hashable {
  package private(set) var answers = 0
  /// Those that failed or came without their end.
  package private(set) var errors = 0
  /// Those that took more than one attempt; their times are in none of the figures.
  package private(set) var retried = 0
  package private(set) var met = 0
  package private(set) var unmet = 0
  package private(set) var ttft = Distribution()
  package private(set) var total = Distribution()
  package private(set) var rate = Distribution()
  package private(set) var length = Distribution()
  /// As far as servers counted.
  package private(set) var tokens = 0
  package private(set) var counted = 0
  package private(set) var cost: Double?
  /// Whether a rate is one of deltas, since the server did not count tokens.
  package private(set) var hasDeltaRates = false

  package init() {}

  package mutating func count(_ answer: AnswerFigures) {
    answers += 1
    if answer.isRetried { retried += 1 }
    if let tokens = answer.tokens, tokens >= 0 {
      self.tokens &+= tokens
      counted += 1
    }
    if let cost = answer.cost { self.cost = (self.cost ?? 0) + cost }
    guard answer.outcome == .whole else {
      errors += 1
      return
    }
    length.record(Double(answer.bytes))
    switch answer.isMet {
    case true?: met += 1
    case false?: unmet += 1
    case nil: break
    }
    if !answer.isRetried { countTimes(of: answer) }
  }

  private mutating func countTimes(of answer: AnswerFigures) {
    if let time = answer.ttftMilliseconds { ttft.record(time) }
    if let time = answer.totalMilliseconds { total.record(time) }
    if let rate = answer.tokensPerSecond {
      self.rate.record(rate)
    } else if let rate = answer.deltasPerSecond {
      self.rate.record(rate)
      hasDeltaRates = true
    }
  }

  /// The part of the answers that contain what they should; `nil` where nothing was expected.
  package var passRate: Double? {
    met + unmet > 0 ? Double(met) / Double(met + unmet) : nil
  }
}
