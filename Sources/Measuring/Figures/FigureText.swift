/// Figures as people read them, the same wherever they stand; a server may say any number.
package enum FigureText {
  /// `182 ms`, `12.3 s`.
  package static func milliseconds(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return unknown }
    return abs(value) < 9_999.5 ? "\(Int(value.rounded())) ms" : "\(decimal(value / 1_000)) s"
  }

  /// `12.3 s`, `2 min 5 s`.
  package static func seconds(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return unknown }
    return value < 60 ? "\(decimal(value)) s" : "\(Int(value) / 60) min \(Int(value) % 60) s"
  }

  /// One decimal below a hundred, none above.
  package static func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return unknown }
    if abs(value) >= 99.95 { return String(Int(value.rounded())) }
    return fixed(value, decimals: 1)
  }

  /// As many decimals as asked for, three at most.
  package static func decimal(_ value: Double, places: Int) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return unknown }
    return fixed(value, decimals: max(0, min(places, 3)))
  }

  /// Two digits that count: `12.50`, `0.31`, `0.0042`.
  package static func cost(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return unknown }
    var decimals = 2
    var small = abs(value) * 10
    while small < 1, small > 0, decimals < 8 {
      small *= 10
      decimals += 1
    }
    return fixed(value, decimals: decimals)
  }

  private static func fixed(_ value: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let rest = String(scaled % scale)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + "\(scaled / scale)." + String(repeating: "0", count: decimals - rest.count) + rest
  }

  private static let unknown = "\u{2013}"
}
