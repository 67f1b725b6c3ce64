/// `0..1:0.25`: numbers from one to another by a step, which is 1 where it is not said.
///
/// Counted in whole units of the last place, so that 0.1 three times is 0.3.
struct SweepRange: Sendable, Hashable {
  private let lower: Int
  private let upper: Int
  private let step: Int
  private let places: Int

  /// - Returns: `nil` when the text is no range.
  init?(_ text: String) {
    let halves = text.split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count <= 2, let dots = halves[0].firstRange(of: "..") else { return nil }
    let step = halves.count == 2 ? Numeral(halves[1]) : Numeral("1")
    guard let lower = Numeral(halves[0][..<dots.lowerBound]),
      let upper = Numeral(halves[0][dots.upperBound...]), let step
    else { return nil }
    places = max(lower.places, upper.places, step.places)
    guard let lower = lower.units(of: places), let upper = upper.units(of: places),
      let step = step.units(of: places)
    else { return nil }
    (self.lower, self.upper, self.step) = (lower, upper, step)
  }

  /// Whether it has a first and a last number; the others say nothing before this is known.
  var isUpwards: Bool { step > 0 && upper >= lower }

  var count: Int { (upper - lower) / step + 1 }

  /// The last of them is the end of the range only where the steps meet it.
  var texts: [String] { stride(from: lower, through: upper, by: step).map(text) }

  private func text(_ units: Int) -> String {
    guard places > 0 else { return String(units) }
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let fraction = padded.suffix(places)
    return (units < 0 ? "-" : "") + padded.dropLast(places) + "." + fraction
  }
}

/// A number as it was written: -0.25 is -25 units of two places.
private struct Numeral {
  let digits: Int
  let places: Int

  init?(_ text: Substring) {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, !parts[0].isEmpty, parts.last?.isEmpty == false,
      parts.dropFirst().allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let digits = Int(parts.joined())
    else { return nil }
    self.digits = digits
    places = parts.count == 2 ? parts[1].count : 0
  }

  /// - Returns: `nil` beyond a quarter of what an `Int` holds, so that two can be subtracted.
  func units(of wanted: Int) -> Int? {
    var units = digits
    for _ in places..<wanted {
      let (product, overflows) = units.multipliedReportingOverflow(by: 10)
      guard !overflows else { return nil }
      units = product
    }
    return units.magnitude <= UInt(Int.max / 4) ? units : nil
  }
}
