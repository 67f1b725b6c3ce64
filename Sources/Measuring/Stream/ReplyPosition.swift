import Conversation

/// How much of a reply had arrived at a moment: a beginning of each of its texts.
package struct ReplyPosition: Sendable, Hashable {
  package private(set) var beginning = Message.Beginning()

  package init() {}

  package var deltas: Int { beginning.deltas }

  /// Goes to a moment, forwards or backwards; what arrived at that very moment is there.
  ///
  /// Costs as much as there are deltas in between.
  package mutating func move(to time: MonotonicTime, in marks: [Reply.Mark]) {
    while deltas > 0, marks[deltas - 1].time > time {
      beginning.deltas -= 1
      add(marks[deltas], times: -1)
    }
    while deltas < marks.count, marks[deltas].time <= time {
      add(marks[deltas], times: 1)
      beginning.deltas += 1
    }
  }

  private mutating func add(_ mark: Reply.Mark, times sign: Int) {
    switch mark.channel {
    case .content: beginning.contentBytes += sign * mark.lengthInBytes
    case .reasoning: beginning.reasoningBytes += sign * mark.lengthInBytes
    case .refusal: beginning.refusalBytes += sign * mark.lengthInBytes
    }
  }

  /// Deltas a second from the first to the last that had arrived; `nil` while that is no time that can be measured.
  package func deltasPerSecond(in marks: [Reply.Mark]) -> Double? {
    guard deltas > 1, let first = marks.first?.time else { return nil }
    return StreamRate.perSecond(deltas - 1, from: first, to: marks[deltas - 1].time)
  }

  /// The moment of the next delta that has not arrived, or of the one before the last that has.
  package func neighbour(by step: Int, in marks: [Reply.Mark]) -> MonotonicTime? {
    if step > 0 { return deltas < marks.count ? marks[deltas].time : nil }
    guard deltas > 0 else { return nil }
    let last = marks[deltas - 1].time
    // Deltas of one moment come and go together.
    return marks[..<deltas].last { $0.time < last }?.time
  }
}
