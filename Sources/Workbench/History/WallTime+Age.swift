import Conversation

extension WallTime {
  /// How long ago it was, shortly: "3 min", "2 d"; beyond a month the date, as in 2026-01-31 (UTC); empty where it is
  /// not known.
  package func age(at now: WallTime) -> String {
    guard isKnown else { return "" }
    let (passed, isBeyondRange) = now.milliseconds.subtractingReportingOverflow(milliseconds)
    if isBeyondRange { return milliseconds > 0 ? "now" : dayInUTC.text }
    let minutes = passed / 60_000
    switch minutes {
    case ..<1: return "now"
    case ..<60: return "\(minutes) min"
    case ..<(24 * 60): return "\(minutes / 60) h"
    case ..<(31 * 24 * 60): return "\(minutes / (24 * 60)) d"
    default: return dayInUTC.text
    }
  }
}
