import Conversation

extension WallTime {
  /// How long ago it was, shortly: "3 min", "2 d"; beyond a month the date, as in 2026-01-31 (UTC).
  package func age(at now: WallTime) -> String {
    let (passed, isBeyondRange) = now.milliseconds.subtractingReportingOverflow(milliseconds)
    if isBeyondRange { return milliseconds > 0 ? "now" : date }
    let minutes = passed / 60_000
    switch minutes {
    case ..<1: return "now"
    case ..<60: return "\(minutes) min"
    case ..<(24 * 60): return "\(minutes / 60) h"
    case ..<(31 * 24 * 60): return "\(minutes / (24 * 60)) d"
    default: return date
    }
  }

  /// The civil date of a count of days (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  private var date: String {
    let days = Int((Double(milliseconds) / 86_400_000).rounded(.down)) + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(month.twoDigits)-\(day.twoDigits)"
  }
}

extension Int {
  fileprivate var twoDigits: String { self < 10 ? "0\(self)" : String(self) }
}
