import Conversation

/// What the arrivals of one reply's deltas say, taken in as they come: a delta costs the same however long the reply is.
package struct ArrivalFigures: Sendable, Hashable {
  package private(set) var meter = StreamMeter()
  package private(set) var activity: ReplyActivity
  package private(set) var firstReasoning: MonotonicTime?
  package private(set) var firstContent: MonotonicTime?
  /// The deltas that ended a stall, by their number from 0, ascending.
  package private(set) var stalls: [Int] = []
  /// The deltas that came in one read with the one before: no time lies between them.
  package private(set) var sharedReads = 0
  private var lastGap: UInt64?
  private var changes = 0
  private var changeNanoseconds = 0.0

  /// - Parameter start: When the reply was asked for.
  package init(start: MonotonicTime) { activity = ReplyActivity(start: start) }

  package var count: Int { meter.deltaCount }

  /// Takes the deltas that were not taken yet.
  package mutating func take(_ marks: [Reply.Mark]) {
    guard count < marks.count else { return }
    for mark in marks[count...] { record(mark) }
  }

  private mutating func record(_ mark: Reply.Mark) {
    let (last, stallCount) = (meter.last, meter.stallCount)
    switch mark.channel {
    case .reasoning: if firstReasoning == nil { firstReasoning = mark.time }
    case .content, .refusal: if firstContent == nil { firstContent = mark.time }
    }
    meter.record(mark.arrival)
    activity.record(at: mark.time)
    if meter.stallCount > stallCount { stalls.append(count - 1) }
    guard let last else { return }
    let gap = mark.time.counted(from: last).nanoseconds
    if gap == 0 { sharedReads += 1 }
    if let lastGap {
      changes += 1
      changeNanoseconds += Double(gap > lastGap ? gap - lastGap : lastGap - gap)
    }
    lastGap = gap
  }

  /// The mean difference between a gap and the one before, without its sign; `nil` before the second gap.
  ///
  /// RFC 3550, 6.4.1 takes the same differences, and smooths them.
  package var jitterMilliseconds: Double? {
    changes > 0 ? changeNanoseconds / Double(changes) / 1e6 : nil
  }
}
