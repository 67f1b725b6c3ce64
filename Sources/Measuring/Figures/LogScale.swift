import Glibc

/// Heights that grow by the same for every doubling.
package struct LogScale: Sendable, Hashable {
  package let least: Double
  package let greatest: Double

  /// A scale from `least`, a power of ten, to the next one that is no less than either `greatest` or ten times the least.
  package init(from least: Double, to greatest: Double) {
    self.least = least
    var end = least * 10
    while end < greatest, end < 1e15 { end *= 10 }
    self.greatest = end
  }

  /// From 1 to `levels`; 0 for what is not above 0.
  package func level(of value: Double, levels: Int) -> Int {
    guard value > 0, levels > 0 else { return 0 }
    let part = log(value / least) / log(greatest / least)
    return max(1, min(levels, Int((part * Double(levels)).rounded(.up))))
  }
}
