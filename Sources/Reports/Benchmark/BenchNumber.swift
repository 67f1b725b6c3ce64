import Measuring

/// A measured number as people read it: three digits that count.
enum BenchNumber {
  static func text(_ value: Double) -> String {
    let size = abs(value)
    let places = size < 0.9995 ? 3 : size < 9.995 ? 2 : size < 99.95 ? 1 : 0
    guard places > 0 else { return FigureText.decimal(value) }
    return FigureText.decimal(value, places: places)
  }

  static func text(_ range: ClosedRange<Double>?) -> String {
    range.map { "\(text($0.lowerBound))\u{2013}\(text($0.upperBound))" } ?? "\u{2013}"
  }

  /// `+12.5 %`.
  static func change(_ part: Double?) -> String {
    part.map { ($0 >= 0 ? "+" : "") + FigureText.decimal($0 * 100) + " %" } ?? "\u{2013}"
  }

  /// `< 0.001`, `0.042`.
  static func probability(_ p: Double) -> String {
    p < 0.001 ? "< 0.001" : FigureText.decimal(p, places: 3)
  }
}
