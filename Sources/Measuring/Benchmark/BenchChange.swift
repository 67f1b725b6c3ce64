/// How a figure of a load differs from what it was.
package struct BenchChange: Sendable, Hashable {
  /// Below this a difference is said to be more than noise.
  package static let bound = 0.05

  package let load: BenchLoad
  package let figure: BenchFigure
  /// Medians.
  package let before: Double
  package let now: Double
  package let test: MannWhitney
  /// The p-value, raised for the number of figures that are compared.
  package var adjustedP: Double

  /// The change of the median as a part of what it was; `nil` where that was 0.
  package var part: Double? { before > 0 ? (now - before) / before : nil }
  package var isMoreThanNoise: Bool { adjustedP < Self.bound }

  /// The changes of all figures of which both have samples.
  package static func all(
    from before: [BenchLoad: [BenchFigure: [Double]]],
    to now: [(load: BenchLoad, samples: [BenchFigure: [Double]])]
  ) -> [BenchChange] {
    var changes: [BenchChange] = []
    for (load, samples) in now {
      for figure in BenchFigure.allCases {
        guard let old = before[load]?[figure], let new = samples[figure],
          let oldMedian = Percentiles.value(at: 0.5, ofSorted: old.sorted()),
          let newMedian = Percentiles.value(at: 0.5, ofSorted: new.sorted()),
          let test = MannWhitney(new, old)
        else { continue }
        changes.append(
          BenchChange(
            load: load,
            figure: figure,
            before: oldMedian,
            now: newMedian,
            test: test,
            adjustedP: test.p
          )
        )
      }
    }
    for (place, p) in HolmAdjustment.adjusted(changes.map(\.test.p)).enumerated() {
      changes[place].adjustedP = p
    }
    return changes
  }
}
