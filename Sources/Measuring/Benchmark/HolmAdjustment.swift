/// Several tests at once: of twenty, one would seem to find something in pure noise.
///
/// Source: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", 1979.
package enum HolmAdjustment {
  /// The p-values, raised so that each may be held against the usual bound whatever their number; in their order.
  package static func adjusted(_ values: [Double]) -> [Double] {
    var adjusted = values
    var greatest = 0.0
    let order = values.indices.sorted { values[$0] < values[$1] }
    for (place, index) in order.enumerated() {
      greatest = max(greatest, min(1, Double(values.count - place) * values[index]))
      adjusted[index] = greatest
    }
    return adjusted
  }
}
