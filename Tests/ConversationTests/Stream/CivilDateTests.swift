import Conversation
import Testing

@Suite struct CivilDateTests {
  @Test(
    "tells the day of a count of days, and back",
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (11_016, "2000-02-29"), (20_484, "2026-01-31"),
      (2_932_896, "9999-12-31"), (-719_528, "0000-01-01"),
    ]
  )
  func tells(days: Int, text: String) throws {
    let date = CivilDate(daysSince1970: days)
    #expect(date.text == text)
    #expect(CivilDate(year: date.year, month: date.month, day: date.day)?.daysSince1970 == days)
  }

  @Test(arguments: [(2026, 2, 29), (2026, 13, 1), (2026, 4, 31), (2026, 1, 0), (10_000, 1, 1)])
  func refuses(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test func followsDayByDay() {
    var last = CivilDate(daysSince1970: -1_000_001)
    for days in stride(from: -1_000_000, to: 1_000_000, by: 1) {
      let date = CivilDate(daysSince1970: days)
      let isNext = date.day == last.day + 1 || date.day == 1 && date.month != last.month
      if !isNext || date.daysSince1970 != days { Issue.record("\(days)") }
      last = date
    }
  }

  @Test(arguments: [Int64.min, -1, .max])
  func hasATimeOfEveryMoment(milliseconds: Int64) {
    #expect(WallTime(milliseconds: milliseconds).clockInUTC.utf8.count == 8)
  }
}
