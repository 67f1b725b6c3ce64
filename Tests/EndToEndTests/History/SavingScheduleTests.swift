import Conversation
import Testing
import Workbench

@testable import weir

@Suite struct SavingScheduleTests {
  private func moment(_ milliseconds: Double) -> MonotonicTime {
    MonotonicTime(nanoseconds: 0).adding(milliseconds: milliseconds)
  }

  @Test func whatStreamsIsSavedWithinAQuarterOfASecond() {
    var schedule = SavingSchedule()
    let due = (0...100).filter { schedule.isDue(.soon, at: moment(Double($0) * 10)) }
    #expect(due.allSatisfy { $0 > 0 })
    #expect(zip([0] + due, due).allSatisfy { $1 - $0 <= 25 })
    #expect(due.count == 4)
  }

  @Test func whatWasSaidIsSavedAtOnce() {
    var schedule = SavingSchedule()
    #expect(!schedule.isDue(.soon, at: moment(0)))
    #expect(schedule.isDue(.now, at: moment(1)))
    #expect(schedule.deadline == nil)
    #expect(!schedule.isDue(.none, at: moment(2)))
  }

  @Test func whatFailedIsTriedAgainMoreAndMoreSeldom() {
    var retries = RetrySchedule()
    #expect(!retries.isDue(hasTrouble: false, at: moment(0)))
    #expect(retries.deadline == nil)
    let due = (0...1_000).filter { retries.isDue(hasTrouble: true, at: moment(Double($0) * 1_000)) }
    #expect(due == [5, 15, 35, 75, 155, 315, 615, 915])
    #expect(!retries.isDue(hasTrouble: false, at: moment(2_000_000)))
    #expect(retries.deadline == nil)
  }
}
