import Conversation
import Glibc

extension WallTime {
  /// The beginning of a day in the time zone of this machine; `nil` for a day that there is not.
  package init?(midnightOf year: Int, month: Int, day: Int) {
    var parts = tm()
    parts.tm_year = Int32(clamping: year - 1900)
    parts.tm_mon = Int32(clamping: month - 1)
    parts.tm_mday = Int32(clamping: day)
    parts.tm_isdst = -1
    let seconds = mktime(&parts)
    guard seconds != -1, Int(parts.tm_mday) == day else { return nil }
    self.init(milliseconds: Int64(seconds) * 1_000)
  }
}
