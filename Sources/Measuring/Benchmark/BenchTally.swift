import Conversation

/// The requests of one load, counted as they end.
///
/// What failed, what lacks its end and what was sent more than once is counted and is in none of the figures.
package struct BenchTally: Sendable {
  /// Different sentences of errors are kept up to here.
  private static let mostProblems = 5

  package private(set) var requests = 0
  package private(set) var whole = 0
  package private(set) var incomplete = 0
  package private(set) var repeated = 0
  /// How many failed, by the kind of the error.
  package private(set) var failures: [ReplyError.Kind: Int] = [:]
  package private(set) var timeLimits = 0
  /// Each sentence once, with how often it was said, in the order in which they came.
  package private(set) var problems: [(sentence: String, count: Int)] = []
  package private(set) var samples: [BenchFigure: [Double]] = [:]
  package private(set) var pool: GapPool
  /// Of how many gaps one is in the figures.
  package var gapStride: Int { max(stride, pool.stride) }
  private var stride = 1
  /// Of the whole ones; a number that no server can mean does not overflow it.
  package private(set) var tokens = 0
  package private(set) var tokensByDeltas = 0
  package private(set) var promptTokens: [Int] = []
  package private(set) var cachedTokens: Int?
  private var costs: [(tokens: Double, milliseconds: Double)] = []
  private var first: MonotonicTime?
  private var last: MonotonicTime?

  package init(mostGaps: Int = 4_000_000) { pool = GapPool(most: mostGaps) }

  package var errors: Int { requests - whole - repeated }

  package mutating func count(_ request: RequestFigures) {
    requests += 1
    if let sent = request.sent { first = min(first ?? sent, sent) }
    last = max(last ?? request.ended, request.ended)
    switch request.outcome {
    case .whole: add(request)
    case .incomplete: incomplete += 1
    case .repeated: repeated += 1
    case .failed(let error):
      failures[error.kind, default: 0] += 1
      if error.isTimeLimit { timeLimits += 1 }
      note(error.description)
    }
  }

  private mutating func add(_ request: RequestFigures) {
    whole += 1
    for figure in BenchFigure.allCases {
      if let value = figure.value(of: request) { samples[figure, default: []].append(value) }
    }
    pool.add(request.gaps)
    tokens = tokens.addingReportingOverflow(request.tokens).partialValue
    if request.counting == .deltas { tokensByDeltas += 1 }
    if let count = request.promptTokens { promptTokens.append(count) }
    if let count = request.cachedTokens {
      cachedTokens = (cachedTokens ?? 0).addingReportingOverflow(count).partialValue
    }
    if let time = request.endToEnd { costs.append((Double(request.tokens), time)) }
  }

  private mutating func note(_ sentence: String) {
    if let place = problems.firstIndex(where: { $0.sentence == sentence }) {
      problems[place].count += 1
    } else if problems.count < Self.mostProblems {
      problems.append((sentence, 1))
    }
  }

  /// Lets go of the gaps one by one, once they are summed up.
  mutating func forgetGaps() {
    stride = gapStride
    pool = GapPool()
  }

  /// From the first request sent to the last one's end.
  package var seconds: Double {
    first.flatMap { first in last.map { max(0, $0.seconds(since: first)) } } ?? 0
  }

  /// Requests that came whole, a second.
  package var requestsPerSecond: BenchRate? {
    BenchRate(Double(whole), over: seconds, costs.map { (1, $0.milliseconds) })
  }

  /// Tokens of those, a second.
  package var tokensPerSecond: BenchRate? {
    BenchRate(Double(tokens), over: seconds, costs.map { ($0.tokens, $0.milliseconds) })
  }

  /// How many requests were under way at a time in the mean, by Little's law: few requests leave a high concurrency unused.
  package var meanConcurrency: Double? {
    seconds > 0 ? costs.reduce(0) { $0 + $1.milliseconds } / 1_000 / seconds : nil
  }

  package func summary(of figure: BenchFigure) -> FigureSummary? {
    figure == .gap
      ? FigureSummary(pooled: pool) : FigureSummary(perRequest: samples[figure] ?? [])
  }
}
