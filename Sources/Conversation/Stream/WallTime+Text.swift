import Glibc

extension WallTime {
  /// To the second, in UTC: `2026-11-22 18:24:38 UTC`.
  package var textInUTC: String {
    var seconds = time_t((Double(milliseconds) / 1_000).rounded(.down))
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil else { return "" }
    let date = [Int(parts.tm_year) + 1_900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
    let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { Int($0) }
    func joined(_ numbers: [Int], by separator: String) -> String {
      numbers.map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: separator)
    }
    return "\(joined(date, by: "-")) \(joined(clock, by: ":")) UTC"
  }
}
