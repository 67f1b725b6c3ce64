import Conversation
import Measuring

/// The page that says where the time of a reply went.
package struct TimePage: Sendable {
  package private(set) var course: ReplyCourse?
  package private(set) var comparisons: [ServerComparison] = []
  /// The first line in view.
  package internal(set) var top = 0

  mutating func take(_ reply: Reply, _ arrivals: ArrivalFigures, now: MonotonicTime) {
    course = ReplyCourse(of: reply, arrivals, now: now)
    comparisons = ServerComparison.all(of: reply, arrivals)
  }

  mutating func scroll(by rows: Int, height: Int, lines: Int) {
    top = max(0, min(top + rows, lines - height))
  }
}
