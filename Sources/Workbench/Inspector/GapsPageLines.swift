import Measuring

/// The figures of the gaps between deltas, in lines.
package struct GapsPageLines {
  let arrivals: ArrivalFigures
  let stall: Double?
  let isNarrow: Bool

  package init(_ inspector: Inspector, isNarrow: Bool) {
    arrivals = inspector.arrivals
    stall = inspector.gaps.stall
    self.isNarrow = isNarrow
  }

  /// Two lines.
  package var figures: [PageLine] {
    let meter = arrivals.meter
    var line = PageLine()
    line.add(
      isNarrow ? "p50" : "gap p50",
      Self.gap(meter.gapMilliseconds(percentile: 0.5)),
      .accent
    )
    line.add("p95", Self.gap(meter.gapMilliseconds(percentile: 0.95)))
    if !isNarrow { line.add("p99", Self.gap(meter.gapMilliseconds(percentile: 0.99))) }
    line.add("max", Self.gap(meter.longestGapMilliseconds))
    var counts = PageLine()
    counts.add("jitter", Self.gap(arrivals.jitterMilliseconds))
    let stalls = meter.stallCount + (stall == nil ? 0 : 1)
    counts.add("stalls", String(stalls), stalls > 0 ? .warning : .text)
    if let stall { counts.add("silent for", FigureText.seconds(stall / 1_000), .warning) }
    counts.add("deltas", String(arrivals.count))
    if let rate = meter.meanDeltasPerSecond { counts.add("mean", "\(FigureText.decimal(rate)) /s") }
    if arrivals.sharedReads > 0 { counts.add("in one read", String(arrivals.sharedReads)) }
    return [line, counts]
  }

  /// How often each length of gap was seen, a line each.
  var bins: [PageLine] {
    let ends = GapBins.ends.map { "up to \(FigureText.fineMilliseconds($0))" } + ["more"]
    return zip(ends, GapBins.counts(of: arrivals.meter.gaps)).filter { $1 > 0 }
      .map { PageLine($0.left(16) + String($1).right(8)) }
  }

  private static func gap(_ milliseconds: Double?) -> String {
    milliseconds.map(FigureText.fineMilliseconds) ?? "\u{2013}"
  }
}
