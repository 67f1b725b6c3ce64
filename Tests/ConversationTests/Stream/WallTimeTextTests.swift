import Conversation
import Testing

@Suite struct WallTimeTextTests {
  @Test(
    "writes the calendar's time in UTC",
    arguments: [
      (0, "1970-01-01 00:00:00 UTC"), (1_795_372_041_999, "2026-11-22 18:27:21 UTC"),
      (-1, "1969-12-31 23:59:59 UTC"),
    ]
  )
  func writes(_ milliseconds: Int64, _ text: String) {
    #expect(WallTime(milliseconds: milliseconds).textInUTC == text)
  }
}
