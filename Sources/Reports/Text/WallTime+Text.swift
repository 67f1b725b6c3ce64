import Conversation

extension WallTime {
  /// The moment as RFC 3339 has it, in UTC with milliseconds; `nil` before 1970 and after 9999.
  package var text: String? {
    guard (0..<Self.year10000).contains(milliseconds) else { return nil }
    return "\(dayInUTC.text)T\(clockInUTC).\(Int(milliseconds % 1_000).padded(3))Z"
  }

  /// For people: `2026-01-31 12:00 UTC`; empty where there is no such text, and where the moment is not known.
  var shortText: String {
    guard (1..<Self.year10000).contains(milliseconds) else { return "" }
    return "\(dayInUTC.text) \(clockInUTC.prefix(5)) UTC"
  }

  /// Reads what ``text`` writes, with any count of digits of a second, `+00:00` and other zones, and a blank for the T.
  init?(text: String) {
    var rest = Array(text.utf8)[...]
    func number(_ digits: Int) -> Int? {
      guard rest.count >= digits,
        let value = Int(String(decoding: rest.prefix(digits), as: UTF8.self)),
        rest.prefix(digits).allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
      else { return nil }
      rest = rest.dropFirst(digits)
      return value
    }
    func skip(_ signs: String) -> Bool {
      guard let first = rest.first, signs.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    var milliseconds = date.daysSince1970 * 86_400_000
    if skip("Tt ") {
      guard let hour = number(2), skip(":"), let minute = number(2), hour < 24, minute < 60 else {
        return nil
      }
      milliseconds += (hour * 60 + minute) * 60_000
      if skip(":") {
        guard let second = number(2), second <= 60 else { return nil }
        milliseconds += second * 1_000
      }
      if skip(".") {
        let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        rest = rest.dropFirst(digits.count)
        let thousandths = String(decoding: digits.prefix(3), as: UTF8.self)
        let padding = String(repeating: "0", count: 3 - thousandths.utf8.count)
        milliseconds += Int(thousandths + padding) ?? 0
      }
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        rest = rest.dropFirst()
        guard let hours = number(2) else { return nil }
        _ = skip(":")
        let offset = (hours * 60 + (number(2) ?? 0)) * 60_000
        milliseconds -= sign == UInt8(ascii: "+") ? offset : -offset
      } else {
        _ = skip("Zz")
      }
    }
    guard rest.isEmpty else { return nil }
    self.init(milliseconds: Int64(milliseconds))
  }

  /// The first moment that four digits of a year cannot tell.
  private static var year10000: Int64 { 253_402_300_800_000 }
}
