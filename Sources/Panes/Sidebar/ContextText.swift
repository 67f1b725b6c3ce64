import Typeset
import Workbench

/// The words and figures of the context gauge, the same wherever they stand.
enum ContextText {
  /// `\u{2248} 3.1k of 32k \u{2581}`, or as much of it as fits; what was guessed is marked.
  static func figures(_ gauge: ContextGauge, columns: Int) -> String {
    let used = (gauge.isEstimate ? "\u{2248}" : "") + tokens(gauge.used)
    guard let window = gauge.window else { return used }
    let bar = bar(gauge.fraction ?? 0)
    let forms = [
      "\(used) of \(tokens(window)) \(bar)", "\(used)/\(tokens(window)) \(bar)",
      "\(used)/\(tokens(window))", percent(gauge),
    ]
    return forms.first { CellWidth.columns(of: $0) <= columns } ?? used
  }

  /// One line for the status bar: the fullest form that fits, or nothing.
  static func line(_ gauge: ContextGauge, columns: Int) -> String {
    guard gauge.used > 0, gauge.window != nil else { return "" }
    let forms =
      gauge.isNearlyFull
      ? ["! context \(percent(gauge)) full", "! \(percent(gauge))"]
      : ["context \(figures(gauge, columns: 100))", "context \(percent(gauge))"]
    return forms.first { CellWidth.columns(of: $0) <= columns } ?? ""
  }

  /// Never 100 before it is full.
  static func percent(_ gauge: ContextGauge) -> String {
    "\(Int(min(9_999, (gauge.fraction ?? 0) * 100))) %"
  }

  /// `812`, `3.1k`, `32k`, `1.2M`.
  static func tokens(_ count: Int) -> String {
    if count < 1_000 { return String(count) }
    if count < 999_500 { return short(Double(count) / 1_000) + "k" }
    return short(Double(count) / 1_000_000) + "M"
  }

  private static func short(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths < 100 && tenths % 10 != 0
      ? "\(tenths / 10).\(tenths % 10)" : String(Int(value.rounded()))
  }

  private static func bar(_ fraction: Double) -> String {
    let bars = Array("\u{2581}\u{2582}\u{2583}\u{2584}\u{2585}\u{2586}\u{2587}\u{2588}")
    return String(bars[min(max(0, Int(fraction * 8)), 7)])
  }
}
