import Conversation
import Measuring

/// A measurement: what was asked of whom, and what it came to.
package struct BenchReport: Sendable {
  package let made: WallTime
  package let version: String
  package let settings: BenchSettings
  package let results: [BenchResult]
  /// The error of the times, measured before; `nil` where it could not be.
  package var delays: ArrivalDelays?
  /// Whether all was measured that was to be.
  package var isComplete = true
  package var comparison: BenchComparison?

  package init(
    made: WallTime,
    version: String,
    settings: BenchSettings,
    results: [BenchResult]
  ) {
    self.made = made
    self.version = version
    self.settings = settings
    self.results = results
  }

  /// The samples of each load, to be compared with others.
  package var samples: [(load: BenchLoad, samples: [BenchFigure: [Double]])] {
    results.map { ($0.load, $0.tally.samples) }
  }
}
