import Conversation

/// Deltas counted in slots of 250 ms, the last 60 of them and the one that is filling.
struct RateSlots: Sendable, Hashable {
  static let slotNanoseconds: UInt64 = 250_000_000
  static let keptSlots = 60

  /// When slot 0 began.
  let origin: MonotonicTime
  /// A ring; slot `n` is at `n % counts.count`.
  private var counts = [UInt32](repeating: 0, count: keptSlots + 1)
  private var newest = 0

  init(origin: MonotonicTime) {
    self.origin = origin
  }

  /// Counts one delta; a time before that of the newest slot counts there.
  mutating func record(at time: MonotonicTime) {
    let slot = max(newest, number(at: time))
    if slot > newest {
      for skipped in max(newest + 1, slot - counts.count + 1)...slot {
        counts[skipped % counts.count] = 0
      }
      newest = slot
    }
    counts[slot % counts.count] &+= 1
  }

  /// The number of the slot that a moment is in.
  func number(at time: MonotonicTime) -> Int {
    guard time > origin else { return 0 }
    return Int((time.nanoseconds - origin.nanoseconds) / Self.slotNanoseconds)
  }

  /// The deltas of a slot; 0 for one that is not kept or has not come.
  func count(inSlot slot: Int) -> Int {
    guard slot >= 0, slot <= newest, slot > newest - counts.count else { return 0 }
    return Int(counts[slot % counts.count])
  }

  /// Events a second in each whole slot up to now, oldest first, as many as are kept at most.
  func series(at now: MonotonicTime) -> [Double] {
    let end = number(at: now)
    return (max(0, end - Self.keptSlots)..<end).map {
      Double(count(inSlot: $0)) * 1e9 / Double(Self.slotNanoseconds)
    }
  }
}
