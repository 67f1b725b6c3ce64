import Conversation
import Support
import Testing

@testable import Reports

@Suite struct WallTimeTextTests {
  @Test(
    "writes and reads moments",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (951_782_400_123, "2000-02-29T00:00:00.123Z"),
      (1_769_860_800_000, "2026-01-31T12:00:00.000Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ]
  )
  func writesAndReads(milliseconds: Int64, text: String) {
    let time = WallTime(milliseconds: milliseconds)
    #expect(time.text == text)
    #expect(WallTime(text: text) == time)
  }

  @Test(arguments: Soak.seeds(50, whole: 50_000))
  func comesBack(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let time = WallTime(milliseconds: Int64.random(in: 0..<253_402_300_800_000, using: &random))
    #expect(time.text.flatMap { WallTime(text: $0) } == time)
  }

  @Test(
    "reads what others write",
    arguments: [
      ("2026-01-31", 1_769_817_600_000), ("2026-01-31 12:00:00.5+00:00", 1_769_860_800_500),
      ("2026-01-31T12:00:00.123456", 1_769_860_800_123),
      ("2026-01-31T13:30+01:30", 1_769_860_800_000),
    ]
  )
  func readsOthers(text: String, milliseconds: Int64) {
    #expect(WallTime(text: text) == WallTime(milliseconds: milliseconds))
  }

  @Test(arguments: [
    "", "x", "2026", "2026-13-01", "2026-01-31T25:00", "2026-01-31T12:00:00Zx", "-2026-01-01",
  ])
  func refuses(text: String) {
    #expect(WallTime(text: text) == nil)
  }

  @Test func hasNoTextForWhatNoCalendarShows() {
    #expect(WallTime(milliseconds: -1).text == nil)
    #expect(WallTime(milliseconds: .max).text == nil)
  }
}
