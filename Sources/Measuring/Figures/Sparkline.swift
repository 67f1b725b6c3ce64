/// A row of small bars.
package enum Sparkline {
  /// What the bars are made of.
  package enum Alphabet: Sendable, Hashable {
    case blocks
    /// For terminals without Unicode.
    case ascii

    fileprivate var bars: [Character] { self == .blocks ? Array("▁▂▃▄▅▆▇█") : Array(".:-=+*#@") }
  }

  /// The last values that fit, one column each; the tallest bar is the largest of them, or what is given, and 0 is blank.
  package static func text(
    _ values: some BidirectionalCollection<Double>,
    width: Int,
    alphabet: Alphabet = .blocks,
    tallest: Double? = nil
  ) -> String {
    let shown = values.suffix(max(0, width))
    let bars = alphabet.bars
    guard let largest = tallest ?? shown.max(), largest > 0 else {
      return String(repeating: " ", count: shown.count)
    }
    return String(
      shown.map { value -> Character in
        guard value > 0 else { return " " }
        let level = Int((value / largest * Double(bars.count)).rounded(.up))
        return bars[min(bars.count, max(1, level)) - 1]
      }
    )
  }
}
