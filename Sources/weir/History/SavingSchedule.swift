import Conversation
import Workbench

/// When the archive is given what is new: at once what was said or has ended, what streams brought at most
/// every 240 ms.
struct SavingSchedule {
  /// When what waits is to be given; `nil` while nothing waits.
  private(set) var deadline: MonotonicTime?

  /// Whether it is time to save.
  mutating func isDue(_ need: SavingNeed, at now: MonotonicTime) -> Bool {
    switch need {
    case .none:
      deadline = nil
      return false
    case .now:
      deadline = nil
      return true
    case .soon:
      guard let deadline else {
        deadline = now.adding(milliseconds: 240)
        return false
      }
      guard now >= deadline else { return false }
      self.deadline = nil
      return true
    }
  }
}
