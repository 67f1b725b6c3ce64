import Conversation
import Support
import Testing
import Workbench

@testable import weir

@Suite struct SavingScheduleTests {
  private func moment(_ milliseconds: Double) -> MonotonicTime {
    MonotonicTime(nanoseconds: 0).adding(milliseconds: milliseconds)
  }

  @Test func whatStreamsIsSavedWithinAQuarterOfASecond() {
    var schedule = SavingSchedule()
    let due = (0...100).filter { tick in schedule.isDue(.soon, at: moment(Double(tick) * 10)) }
    #expect(due.allSatisfy { $0 > 0 })
    #expect(zip([0] + due, due).allSatisfy { $1 - $0 <= 25 })
    #expect(due.count == 4)
  }

  /// Plays the main loop: it wakes when something arrives, and at the schedule's deadline, in whole milliseconds.
  @Test("no delta waits longer than a quarter of a second", arguments: Soak.seeds(20, whole: 500))
  func noDeltaWaitsLonger(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var schedule = SavingSchedule()
    var arrivals: [Double] = []
    for _ in 0..<400 {
      let gap = Double.random(in: 0...1, using: &random)
      arrivals.append((arrivals.last ?? 0) + gap * gap * gap * 600)
    }
    var now = 0.0
    var oldest: Double?
    var longest = 0.0
    var rest = arrivals[...]
    while !rest.isEmpty || oldest != nil {
      let deadline = schedule.deadline.map {
        $0.milliseconds(since: moment(now)).rounded(.up) + now
      }
      now = min(rest.first ?? .infinity, deadline ?? .infinity)
      while let arrival = rest.first, arrival <= now {
        oldest = oldest ?? arrival
        rest.removeFirst()
      }
      guard schedule.isDue(oldest == nil ? .none : .soon, at: moment(now)) else { continue }
      longest = max(longest, now - (oldest ?? now))
      oldest = nil
    }
    #expect(longest > 0 && longest <= 250)
    #expect(schedule.deadline == nil)
  }

  @Test func whatWasSaidIsSavedAtOnce() {
    var schedule = SavingSchedule()
    let due = [
      schedule.isDue(.soon, at: moment(0)), schedule.isDue(.now, at: moment(1)),
      schedule.isDue(.none, at: moment(2)),
    ]
    #expect(due == [false, true, false])
    #expect(schedule.deadline == nil)
  }

  @Test func whatFailedIsTriedAgainMoreAndMoreSeldom() {
    var retries = RetrySchedule()
    let isDueWithout = retries.isDue(hasTrouble: false, at: moment(0))
    #expect(!isDueWithout && retries.deadline == nil)
    let due = (0...1_000).filter { second in
      retries.isDue(hasTrouble: true, at: moment(Double(second) * 1_000))
    }
    #expect(due == [5, 15, 35, 75, 155, 315, 615, 915])
    let isDueAfter = retries.isDue(hasTrouble: false, at: moment(2_000_000))
    #expect(!isDueAfter && retries.deadline == nil)
  }
}
