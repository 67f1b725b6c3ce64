/// Names a message in every conversation, file and running weir; positive, and later messages have higher ones.
///
/// 42 bits of milliseconds since 1970 (until the year 2109), then 21 random bits, so that two weirs that
/// write into one archive do not give out the same key.
package struct MessageKey: Sendable, Hashable, Comparable {
  package let rawValue: Int64

  package init(_ rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// The lowest key that a message of that moment may have.
  package init(firstAt time: WallTime) {
    rawValue = min(max(0, time.milliseconds), Self.lastMillisecond) << Self.randomBits
  }

  /// Another key of the same moment.
  package func replacingRandomBits(using random: inout SeededGenerator) -> MessageKey {
    let bits = Int64(random.next() >> (64 - UInt64(Self.randomBits)))
    return MessageKey((rawValue >> Self.randomBits) << Self.randomBits | bits)
  }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  fileprivate static var randomBits: Int64 { 21 }
  /// Above all keys that are gone on from: behind it there is room for a million more.
  fileprivate static var end: MessageKey {
    MessageKey((lastMillisecond - 1 << 20) << randomBits)
  }
  private static var lastMillisecond: Int64 { 1 << 42 - 1 }
}

/// Gives out keys, each higher than the one before.
package struct MessageKeyIssuer: Sendable {
  private var random: SeededGenerator
  private var last: Int64 = 0

  /// - Parameter seed: Differs between running programs, and between the conversations of one.
  package init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  package mutating func next(at time: WallTime) -> MessageKey {
    let bits = MessageKey(0).replacingRandomBits(using: &random).rawValue
    let fresh = MessageKey(firstAt: time).rawValue | bits
    // Where the clock lies behind, another program may go on from the same key: random bits keep them apart, too.
    let (later, isPastTheLast) = last.addingReportingOverflow(1 + bits)
    last = fresh > last ? fresh : isPastTheLast ? last + 1 : later
    return MessageKey(last)
  }

  /// Never gives out this key, nor a lower one; those of no year that it will see cannot be given out anyway.
  mutating func pass(_ key: MessageKey) {
    if key < MessageKey.end { last = max(last, key.rawValue) }
  }
}
