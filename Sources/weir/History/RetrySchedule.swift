import Conversation

/// When to try again what could not be saved: after 5 s, and after twice as long each time, up to 5 minutes.
struct RetrySchedule {
  private static let shortest = 5_000.0
  private static let longest = 300_000.0

  /// `nil` while all is well.
  private(set) var deadline: MonotonicTime?
  private var milliseconds = shortest

  /// Whether it is time to try again.
  mutating func isDue(hasTrouble: Bool, at now: MonotonicTime) -> Bool {
    guard hasTrouble else {
      self = RetrySchedule()
      return false
    }
    guard let deadline else {
      self.deadline = now.adding(milliseconds: milliseconds)
      return false
    }
    guard now >= deadline else { return false }
    milliseconds = min(milliseconds * 2, Self.longest)
    self.deadline = now.adding(milliseconds: milliseconds)
    return true
  }
}
