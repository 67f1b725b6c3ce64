import Conversation

/// The figures of one stream while it runs, fed with the arrival of each delta.
///
/// Counts deltas, as the server sent them; a delta is not a token. Recording one takes constant time and
/// memory does not grow with the stream. Deltas that share a read share their time: their gaps are 0.
package struct StreamMeter: Sendable, Hashable {
  /// Slots that the sliding rate looks at: two seconds.
  private static let windowSlots = 8

  package private(set) var deltaCount = 0
  package private(set) var byteCount = 0
  package private(set) var first: MonotonicTime?
  package private(set) var last: MonotonicTime?
  /// The gaps between deltas (ITL).
  package private(set) var gaps = GapHistogram()
  /// Gaps that were stalls, judged by the gaps before each.
  package private(set) var stallCount = 0
  private var slots: RateSlots?

  package init() {}

  package mutating func record(_ mark: Delta.Mark) {
    deltaCount += 1
    byteCount += mark.lengthInBytes
    if slots == nil { slots = RateSlots(origin: mark.time) }
    slots?.record(at: mark.time)
    guard let last else {
      first = mark.time
      self.last = mark.time
      return
    }
    let gap = mark.time > last ? mark.time.nanoseconds - last.nanoseconds : 0
    if gaps.makesStall(gap) { stallCount += 1 }
    gaps.record(nanoseconds: gap)
    self.last = max(last, mark.time)
  }

  package mutating func record(contentsOf marks: some Sequence<Delta.Mark>) {
    for mark in marks { record(mark) }
  }

  /// Leaves out the time up to now, in which the program stood still: the next gap begins here.
  package mutating func leaveOutTime(until now: MonotonicTime) {
    if let last { self.last = max(last, now) }
  }

  /// The silence since the last delta where that is a stall already, in milliseconds.
  package func stall(at now: MonotonicTime) -> Double? {
    guard let last, now > last, gaps.makesStall(now.nanoseconds - last.nanoseconds) else {
      return nil
    }
    return now.milliseconds(since: last)
  }
}

extension StreamMeter {
  /// A gap in milliseconds that this fraction of the gaps does not exceed; `nil` before the second delta.
  package func gapMilliseconds(percentile fraction: Double) -> Double? {
    gaps.percentile(fraction).map { Double($0) / 1e6 }
  }

  /// The longest gap in milliseconds; `nil` before the second delta.
  package var longestGapMilliseconds: Double? {
    gaps.count > 0 ? Double(gaps.longest) / 1e6 : nil
  }

  /// Deltas a second over the last two seconds, counted in slots of 250 ms.
  ///
  /// - Returns: `nil` before the second delta, 0 in a silence of two seconds.
  package func deltasPerSecond(at now: MonotonicTime) -> Double? {
    guard let slots, deltaCount > 1 else { return nil }
    let newest = slots.number(at: now)
    let oldest = max(0, newest - Self.windowSlots + 1)
    var count = (oldest...newest).reduce(0) { $0 + slots.count(inSlot: $1) }
    // The first delta opens the window: as many gaps as deltas after it.
    if oldest == 0 { count -= 1 }
    let begin = Double(oldest) * Double(RateSlots.slotNanoseconds) / 1e9
    let seconds = now.seconds(since: slots.origin) - begin
    return seconds < StreamRate.leastSpan ? nil : Double(count) / seconds
  }

  /// Deltas a second from the first delta to the last; `nil` while that is no time that can be measured.
  package var meanDeltasPerSecond: Double? { decodeRate(completionTokens: deltaCount) }

  /// The decode rate by the server's own count: tokens after the first, over the time from the first
  /// delta to the last.
  package func decodeRate(completionTokens: Int) -> Double? {
    guard let first, let last, completionTokens > 1 else { return nil }
    return StreamRate.perSecond(completionTokens - 1, from: first, to: last)
  }

  /// Deltas a second in each whole slot of 250 ms up to now, oldest first, 60 at most.
  package func series(at now: MonotonicTime) -> [Double] {
    slots?.series(at: now) ?? []
  }

  /// The same series of deltas that were not recorded; costs as much as there are deltas in it.
  package static func series(of marks: [Reply.Mark], at now: MonotonicTime) -> [Double] {
    guard let first = marks.first?.time else { return [] }
    var slots = RateSlots(origin: first)
    let kept = UInt64(RateSlots.keptSlots + 1) * RateSlots.slotNanoseconds
    let start = now.nanoseconds > kept ? now.nanoseconds - kept : 0
    let before = marks.lastIndex { $0.time.nanoseconds < start }
    for mark in marks[(before.map { $0 + 1 } ?? 0)...] { slots.record(at: mark.time) }
    return slots.series(at: now)
  }
}
