/// A bar that lies on its side.
package enum Bar {
  /// A bar of at most `width` columns for a part of the whole, in eighths of a column; a part above 0 is never blank.
  ///
  /// `fraction` is from 0 to 1; what lies outside counts as the nearer of them.
  package static func text(_ fraction: Double, width: Int) -> String {
    guard fraction > 0, width > 0 else { return "" }
    let eighths = max(1, Int((min(1, fraction) * Double(width * 8)).rounded()))
    let whole = String(repeating: "\u{2588}", count: eighths / 8)
    let parts: [Character] = [
      "\u{258F}", "\u{258E}", "\u{258D}", "\u{258C}", "\u{258B}", "\u{258A}", "\u{2589}",
    ]
    return eighths % 8 == 0 ? whole : whole + String(parts[eighths % 8 - 1])
  }
}
