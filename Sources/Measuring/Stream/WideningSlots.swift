/// A figure for each slice of time, in slots that widen as time goes on: memory does not grow beyond some kilobytes.
///
/// Times are nanoseconds from a start. What is noted may so stand earlier than it was by a thousandth of the whole.
struct WideningSlots: Sendable, Hashable {
  private static let mostSlots = 4_096

  private var slotNanoseconds: UInt64 = 1 << 16
  private var values: [UInt64] = []

  /// Notes a figure at a moment; `join` makes one of two that share a slot.
  mutating func note(_ value: UInt64, at moment: UInt64, join: (UInt64, UInt64) -> UInt64) {
    while moment / slotNanoseconds >= UInt64(Self.mostSlots) { widen(join) }
    let slot = Int(moment / slotNanoseconds)
    if slot >= values.count {
      values.append(contentsOf: repeatElement(0, count: slot + 1 - values.count))
    }
    values[slot] = join(values[slot], value)
  }

  /// Makes one slot of each two.
  private mutating func widen(_ join: (UInt64, UInt64) -> UInt64) {
    slotNanoseconds *= 2
    for slot in 0..<(values.count + 1) / 2 {
      let isPair = 2 * slot + 1 < values.count
      values[slot] = isPair ? join(values[2 * slot], values[2 * slot + 1]) : values[2 * slot]
    }
    values.removeLast(values.count / 2)
  }

  /// Each slot that holds more than 0, with when it begins, ascending.
  var held: some Sequence<(moment: UInt64, value: UInt64)> {
    values.enumerated().lazy.filter { $0.element > 0 }
      .map { (UInt64($0.offset) * slotNanoseconds, $0.element) }
  }
}
