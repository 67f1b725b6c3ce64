extension WallTime {
  /// To the second, in UTC: `2026-11-22 18:24:38 UTC`.
  package var textInUTC: String { "\(dayInUTC.text) \(clockInUTC) UTC" }
}
