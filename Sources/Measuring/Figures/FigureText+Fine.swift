extension FigureText {
  /// Milliseconds to two decimals below ten and to one below a hundred: `0.31 ms`, `12.4 ms`, `182 ms`, `1.23 s`.
  package static func fineMilliseconds(_ value: Double) -> String {
    switch abs(value) {
    case ..<9.995: "\(decimal(value, places: 2)) ms"
    case ..<99.95: "\(decimal(value, places: 1)) ms"
    case ..<999.5: milliseconds(value)
    default: "\(decimal(value / 1_000, places: 2)) s"
    }
  }

  /// A part of a whole: `0.3 %`, `100 %`.
  package static func share(_ part: Double, of whole: Double) -> String {
    whole > 0 ? "\(decimal(part / whole * 100)) %" : "0.0 %"
  }
}
