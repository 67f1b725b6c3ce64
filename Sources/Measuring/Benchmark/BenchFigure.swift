/// A figure that each request has: what is summed up, kept, and compared with what was.
package enum BenchFigure: String, Sendable, Hashable, CaseIterable {
  case ttft = "ttft_ms"
  case gap = "itl_ms"
  case timePerToken = "tpot_ms"
  case endToEnd = "e2e_ms"
  case rate = "request_tokens_per_second"

  /// For people.
  package var name: String {
    switch self {
    case .ttft: "TTFT"
    case .gap: "gap (ITL)"
    case .timePerToken: "TPOT"
    case .endToEnd: "end to end"
    case .rate: "rate of a request"
    }
  }

  package var unit: String { self == .rate ? "tok/s" : "ms" }

  /// What it was for one request; of the gaps the mean, since single ones are no samples of their own.
  package func value(of request: RequestFigures) -> Double? {
    switch self {
    case .ttft: request.ttft
    case .gap: request.meanGap
    case .timePerToken: request.timePerToken
    case .endToEnd: request.endToEnd
    case .rate: request.tokensPerSecond
    }
  }
}
