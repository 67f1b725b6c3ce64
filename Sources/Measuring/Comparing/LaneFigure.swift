/// A figure of a lane that a condition can ask for, by name.
package enum LaneFigure: String, Sendable, Hashable, CaseIterable {
  case answers, errors, retried, met, unmet
  case passRate = "pass_rate"
  case winRate = "win_rate"
  case wins, losses, ties
  case ttft = "ttft_ms"
  case ttftP50 = "ttft_ms.p50"
  case ttftP95 = "ttft_ms.p95"
  case ttftMean = "ttft_ms.mean"
  case ttftMax = "ttft_ms.max"
  case total = "total_ms"
  case totalP50 = "total_ms.p50"
  case totalP95 = "total_ms.p95"
  case totalMean = "total_ms.mean"
  case totalMax = "total_ms.max"
  case rate
  case rateP50 = "rate.p50"
  case rateMean = "rate.mean"
  case rateMin = "rate.min"
  case tokens
  case tokensMean = "tokens.mean"
  case length
  case cost

  /// The value for a lane; `nil` where nothing is known of it, such as a rate of wins without votes.
  package func value(of figures: LaneFigures, _ standing: Standing?) -> Double? {
    switch self {
    case .answers: Double(figures.answers)
    case .errors: Double(figures.errors)
    case .retried: Double(figures.retried)
    case .met: Double(figures.met)
    case .unmet: Double(figures.unmet)
    case .passRate: figures.passRate
    case .winRate: standing?.winRate
    case .wins: (standing?.wins).map(Double.init)
    case .losses: (standing?.losses).map(Double.init)
    case .ties: (standing?.ties).map(Double.init)
    case .ttft, .ttftP50: figures.ttft.percentile(0.5)
    case .ttftP95: figures.ttft.percentile(0.95)
    case .ttftMean: figures.ttft.mean
    case .ttftMax: figures.ttft.greatest
    case .total, .totalP50: figures.total.percentile(0.5)
    case .totalP95: figures.total.percentile(0.95)
    case .totalMean: figures.total.mean
    case .totalMax: figures.total.greatest
    case .rate, .rateP50: figures.rate.percentile(0.5)
    case .rateMean: figures.rate.mean
    case .rateMin: figures.rate.least
    case .tokens: figures.counted > 0 ? Double(figures.tokens) : nil
    case .tokensMean:
      figures.counted > 0 ? Double(figures.tokens) / Double(figures.counted) : nil
    case .length: figures.length.mean
    case .cost: figures.cost
    }
  }

  /// All names with commas between them, for an error message.
  package static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
