import Conversation
import Measuring

/// The whole time of a reply, cut into as many slices as the strip has cells.
package struct TimeSlices: Sendable, Hashable {
  package let start: MonotonicTime
  package let count: Int
  /// The whole time, in nanoseconds.
  package let length: UInt64

  package func cell(of mark: Reply.Mark) -> Int {
    ReplyActivity.cell(of: mark.time.counted(from: start).nanoseconds, count, over: length)
  }

  /// How long one is, in milliseconds.
  package var milliseconds: Double { Double(length) / Double(max(1, count)) / 1e6 }
}

extension Inspector {
  /// `nil` while there is no time to be cut.
  package var slices: TimeSlices? {
    guard let total = time.course?.total, total > 0 else { return nil }
    return TimeSlices(
      start: arrivals.activity.start,
      count: gaps.columns,
      length: UInt64(total * 1e6)
    )
  }
}
