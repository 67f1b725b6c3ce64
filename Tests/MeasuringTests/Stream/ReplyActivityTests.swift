import Conversation
import Measuring
import Support
import Testing

@Suite struct ReplyActivityTests {
  private static func moment(_ milliseconds: UInt64) -> MonotonicTime {
    MonotonicTime(nanoseconds: 5_000_000_000 + milliseconds * 1_000_000)
  }

  private static func activity(_ milliseconds: [UInt64]) -> ReplyActivity {
    var activity = ReplyActivity(start: moment(0))
    for time in milliseconds { activity.record(at: moment(time)) }
    return activity
  }

  private static func cells(
    _ activity: ReplyActivity,
    _ count: Int,
    over milliseconds: UInt64,
    until end: UInt64
  ) -> [ReplyActivity.Cell] {
    activity.cells(count, over: milliseconds * 1_000_000, until: end * 1_000_000)
  }

  @Test func saysWhatHappenedInEachCell() {
    let activity = Self.activity([250, 260, 450, 610])
    #expect(
      Self.cells(activity, 10, over: 1_000, until: 790) == [
        .waiting, .waiting, .arriving(2), .silent, .arriving(1), .silent, .arriving(1), .silent,
        .over, .over,
      ]
    )
  }

  @Test func tellsAStallFromASilence() {
    let activity = Self.activity([0, 100, 200, 300, 4_300, 4_400])
    let stalled = [ReplyActivity.Cell](repeating: .stalled, count: 3)
    #expect(
      Self.cells(activity, 5, over: 5_000, until: 4_900)
        == [.arriving(4)] + stalled + [.arriving(2)]
    )
    // One that has not ended.
    #expect(Self.cells(activity, 4, over: 16_000, until: 15_900)[2...] == [.stalled, .stalled])
  }

  @Test func waitsToTheEndWhereNothingCame() {
    let nothing = Self.activity([])
    #expect(Self.cells(nothing, 4, over: 100, until: 60) == [.waiting, .waiting, .waiting, .over])
    #expect(Self.cells(nothing, 0, over: 100, until: 60) == [])
    #expect(Self.cells(nothing, 3, over: 0, until: 0) == [])
  }

  @Test func saysTheLongestGapThatEndedInEachCell() {
    let activity = Self.activity([0, 100, 180, 4_200, 4_300])
    let gaps: [UInt64] = [100, 0, 0, 0, 4_020].map { $0 * 1_000_000 }
    #expect(activity.longestGaps(5, over: 5_000_000_000) == gaps)
    #expect(Self.activity([]).longestGaps(2, over: 100) == [0, 0])
    #expect(activity.longestGaps(3, over: 0) == [0, 0, 0])
  }

  @Test("counts every delta once, near its place", arguments: 0..<30 as Range<UInt64>)
  func countsEveryDeltaOnce(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var time: UInt64 = random.next() % 2_000
    var times: [UInt64] = []
    for _ in 0..<400 {
      times.append(time)
      time += random.next() % (seed % 3 == 0 ? 5 : 900)
    }
    let activity = Self.activity(times)
    let length = try #require(times.last) + 1
    for width in [1, 7, 60, 173] {
      let cells = Self.cells(activity, width, over: length, until: length)
      var sum = 0
      for (index, cell) in cells.enumerated() {
        guard case .arriving(let count) = cell else { continue }
        sum += count
        // Up to here, nothing is counted that had not come, and no less than what came a little before.
        let end = Double(length) * Double(index + 1) / Double(width)
        let slack = Double(length) / 1_000
        #expect(sum >= times.count { Double($0) < end })
        #expect(sum <= times.count { Double($0) < end + slack + 0.2 })
      }
      #expect(sum == times.count)
      #expect(cells.count == width)
    }
  }
}
