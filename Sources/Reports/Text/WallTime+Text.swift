import Conversation

extension WallTime {
  /// The moment as RFC 3339 has it, in UTC with milliseconds; `nil` before 1970 and after 9999.
  package var text: String? {
    guard (0..<Self.year10000).contains(milliseconds) else { return nil }
    return "\(dayText)T\(clockText(isWithMilliseconds: true))Z"
  }

  /// For people: `2026-01-31 12:00 UTC`; empty where there is no such text.
  var shortText: String {
    guard (0..<Self.year10000).contains(milliseconds) else { return "" }
    return "\(dayText) \(clockText(isWithMilliseconds: false).prefix(5)) UTC"
  }

  /// Reads what ``text`` writes, with any count of digits of a second, `+00:00` and other zones, and a blank for the T.
  init?(text: String) {
    var rest = Array(text.utf8)[...]
    func number(_ digits: Int) -> Int64? {
      guard rest.count >= digits,
        let value = Int64(String(decoding: rest.prefix(digits), as: UTF8.self)),
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
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    var milliseconds = Self.days(year: year, month: month, day: day) * 86_400_000
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
        milliseconds += Int64(thousandths + padding) ?? 0
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
    self.init(milliseconds: milliseconds)
  }

  /// The first moment that four digits of a year cannot tell.
  private static var year10000: Int64 { 253_402_300_800_000 }

  private func clockText(isWithMilliseconds: Bool) -> String {
    let ofDay = milliseconds % 86_400_000
    let seconds = ofDay / 1_000
    let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { Self.padded($0, 2) }
    let text = clock.joined(separator: ":")
    return isWithMilliseconds ? "\(text).\(Self.padded(ofDay % 1_000, 3))" : text
  }

  /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": `civil_from_days`.
  private var dayText: String {
    let shifted = milliseconds / 86_400_000 + 719_468
    let era = shifted / 146_097
    let ofEra = shifted % 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * month + 2) / 5 + 1
    let civilMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
    return "\(Self.padded(year, 4))-\(Self.padded(civilMonth, 2))-\(Self.padded(day, 2))"
  }

  /// The same source's `days_from_civil`.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
  }

  private static func padded(_ value: Int64, _ digits: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
