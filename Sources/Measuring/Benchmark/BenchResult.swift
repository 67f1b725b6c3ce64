/// What the measurement of one load came to.
package struct BenchResult: Sendable {
  package let load: BenchLoad
  /// The preset's own name, which two that are measured may share.
  package let preset: String
  package let endpoint: String
  package let model: String
  /// How many requests there were to be.
  package let planned: Int
  /// What the requests came to; without its gaps, which the summaries hold.
  package let tally: BenchTally
  package let summaries: [BenchFigure: FigureSummary]
  /// All gaps, for a plot.
  package let gaps: Distribution
  /// The part of one processor that weir itself took meanwhile; `nil` where the system does not say.
  package let processorPart: Double?

  package init(
    _ tally: BenchTally,
    of load: BenchLoad,
    preset: String,
    endpoint: String,
    model: String,
    planned: Int,
    processorSeconds: Double?
  ) {
    self.load = load
    self.preset = preset
    self.endpoint = endpoint
    self.model = model
    self.planned = planned
    processorPart = processorSeconds.flatMap { tally.seconds > 0 ? $0 / tally.seconds : nil }
    var summaries: [BenchFigure: FigureSummary] = [:]
    for figure in BenchFigure.allCases { summaries[figure] = tally.summary(of: figure) }
    self.summaries = summaries
    var gaps = Distribution()
    for gap in tally.pool.gaps { gaps.record(gap) }
    self.gaps = gaps
    var light = tally
    light.forgetGaps()
    self.tally = light
  }

  /// Who counted the tokens.
  package enum TokenCount: String, Sendable {
    case server
    case deltas
    /// Of some requests the server, of others nobody.
    case both
  }

  /// `nil` without an answer.
  package var tokenCount: TokenCount? {
    guard tally.whole > 0 else { return nil }
    return tally.tokensByDeltas == 0
      ? .server : tally.tokensByDeltas == tally.whole ? .deltas : .both
  }

  /// How the values of a figure are spread, for a plot.
  package func distribution(of figure: BenchFigure) -> Distribution {
    guard figure != .gap else { return gaps }
    var distribution = Distribution()
    for value in tally.samples[figure] ?? [] { distribution.record(value) }
    return distribution
  }
}
