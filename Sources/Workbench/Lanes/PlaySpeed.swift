/// How many seconds of a recorded stream pass in one, from a tenth to a hundred.
package struct PlaySpeed: Sendable, Hashable {
  package static var realTime: Self { Self() }
  package static var bounds: ClosedRange<Double> { 0.1...100 }
  /// Those that have a key each, the slowest first.
  static var chosen: [Double] { [0.1, 0.5, 2, 10, 100] }
  /// Those that are gone through one by one.
  private static var ladder: [Double] { [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100] }

  package let factor: Double

  private init() { factor = 1 }

  /// - Returns: `nil` for what lies out of bounds, or is no number.
  package init?(_ factor: Double) {
    guard Self.bounds.contains(factor) else { return nil }
    self.factor = factor
  }

  /// The next one of the ladder; the first and the last stay.
  func stepped(by step: Int) -> Self {
    let next =
      step > 0
      ? Self.ladder.first { $0 > factor } : Self.ladder.last { $0 < factor }
    return next.flatMap(Self.init) ?? self
  }

  /// The slowest of the ladder that catches up with a live stream within three seconds or so.
  static func catchingUp(nanoseconds behind: UInt64) -> Self {
    let needed = Double(behind) / 3e9 + 1
    return ladder.first { $0 > 1 && $0 >= needed }.flatMap(Self.init) ?? Self(bounds.upperBound)
      ?? realTime
  }

  /// As it is shown: `5x`, `0.1x`.
  package var text: String {
    let whole = Int(factor)
    if Double(whole) == factor { return "\(whole)x" }
    let hundredths = Int((factor * 100).rounded())
    let digits = hundredths % 10 == 0 ? "\(hundredths % 100 / 10)" : Self.padded(hundredths % 100)
    return "\(hundredths / 100).\(digits)x"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
