import Conversation

/// How fast a preset's last answers came, against those before: its own history, of which nothing is asked of a server.
package struct PresetDrift: Sendable, Hashable {
  /// So many answers are what it is now; of few, no more than half.
  package static let mostRecent = 10
  /// Below this on either side nothing is said.
  package static let fewest = 3

  /// A figure that can be compared.
  package struct Change: Sendable, Hashable {
    /// Medians.
    package let before: Double
    package let now: Double
    package let test: MannWhitney

    package var part: Double? { before > 0 ? (now - before) / before : nil }
    package var isMoreThanNoise: Bool { test.p < BenchChange.bound }

    fileprivate init?(_ recent: [Double], _ earlier: [Double]) {
      guard min(recent.count, earlier.count) >= PresetDrift.fewest,
        let now = Percentiles.value(at: 0.5, ofSorted: recent.sorted()),
        let before = Percentiles.value(at: 0.5, ofSorted: earlier.sorted()),
        let test = MannWhitney(recent, earlier)
      else { return nil }
      self.before = before
      self.now = now
      self.test = test
    }
  }

  package let recent: Int
  package let earlier: Int
  /// When the oldest of them was asked for.
  package let since: WallTime?
  package let ttft: Change?
  package let rate: Change?

  /// The speeds are those of the newest answers, the newest first.
  package init(_ speeds: [ReplySpeed]) {
    let count = min(Self.mostRecent, speeds.count / 2)
    let (now, before) = (speeds.prefix(count), speeds.dropFirst(count))
    recent = count
    earlier = before.count
    since = speeds.last?.asked
    ttft = Change(now.compactMap(\.ttftMilliseconds), before.compactMap(\.ttftMilliseconds))
    rate = Change(now.compactMap(\.measuredRate), before.compactMap(\.measuredRate))
  }
}

extension ReplySpeed {
  /// Tokens a second, unless all came in a time that says nothing of them.
  fileprivate var measuredRate: Double? {
    if let decodingSeconds, decodingSeconds < StreamRate.leastSpan { return nil }
    return tokensPerSecond
  }
}
