/// A day of the calendar in use today, carried back before its own time.
///
/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": `civil_from_days` and `days_from_civil`.
package struct CivilDate: Sendable, Hashable {
  package let year: Int
  package let month: Int
  package let day: Int

  package init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = shifted.quotientBelow(146_097)
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * ofYear + 2) / 153
    day = ofYear - (153 * fromMarch + 2) / 5 + 1
    month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `nil` for a day that the calendar has not, and for years of more than four digits.
  package init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    (self.year, self.month, self.day) = (year, month, day)
    guard CivilDate(daysSince1970: daysSince1970) == self else { return nil }
  }

  package var daysSince1970: Int {
    let yearFromMarch = month <= 2 ? year - 1 : year
    let era = yearFromMarch.quotientBelow(400)
    let yearOfEra = yearFromMarch - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
  }

  /// `2026-01-31`.
  package var text: String { "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))" }
}

extension WallTime {
  /// Whether it is a moment at all: of what no file dates it is 0.
  package var isKnown: Bool { milliseconds != 0 }

  /// The day in UTC.
  package var dayInUTC: CivilDate {
    CivilDate(daysSince1970: Int(milliseconds).quotientBelow(86_400_000))
  }

  /// The time of the day in UTC: `12:00:00`.
  package var clockInUTC: String {
    let rest = Int(milliseconds) % 86_400_000
    let seconds = (rest < 0 ? rest + 86_400_000 : rest) / 1_000
    return [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { $0.padded(2) }
      .joined(separator: ":")
  }
}

extension Int {
  /// The quotient rounded down, below zero, too.
  fileprivate func quotientBelow(_ divisor: Int) -> Int {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }

  /// With zeros before it where it has fewer digits.
  package func padded(_ digits: Int) -> String {
    let text = String(magnitude)
    let zeros = String(repeating: "0", count: Swift.max(0, digits - text.utf8.count))
    return (self < 0 ? "-" : "") + zeros + text
  }
}
