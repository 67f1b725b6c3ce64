import Conversation
import Measuring
import Support
import Testing

@Suite struct ReplyPositionTests {
  /// Deltas of all channels, some of them of one moment.
  private static func marks(seed: UInt64, count: Int) -> [Reply.Mark] {
    var random = SeededGenerator(seed: seed)
    var time: UInt64 = 0
    return (0..<count).map { _ in
      time += random.next() % 3 * (random.next() % 500)
      let channel = [Delta.Channel.content, .reasoning, .refusal][Int(random.next() % 3)]
      let length = Int(random.next() % 9)
      let moment = MonotonicTime(nanoseconds: time)
      return Reply.Mark(Delta.Mark(time: moment, lengthInBytes: length), of: channel)
    }
  }

  @Test("is the same by whatever way it was reached", arguments: 0..<40 as Range<UInt64>)
  func isTheSameByAnyWay(seed: UInt64) {
    let marks = Self.marks(seed: seed, count: Int(seed) * 5)
    var random = SeededGenerator(seed: seed &+ 1_000)
    var wandering = ReplyPosition()
    for _ in 0..<50 {
      let time = MonotonicTime(nanoseconds: random.next() % 60_000)
      wandering.move(to: time, in: marks)
      let there = marks.filter { $0.time <= time }
      #expect(wandering.deltas == there.count)
      func bytes(_ channel: Delta.Channel) -> Int {
        there.filter { $0.channel == channel }.reduce(0) { $0 + $1.lengthInBytes }
      }
      #expect(wandering.beginning.contentBytes == bytes(.content))
      #expect(wandering.beginning.reasoningBytes == bytes(.reasoning))
    }
  }

  @Test(
    "its neighbours lead through every moment, there and back",
    arguments: 1..<20 as Range<UInt64>
  )
  func leadsThroughEveryMoment(seed: UInt64) throws {
    let marks = Self.marks(seed: seed, count: 60)
    let moments = Set(marks.map(\.time)).sorted()
    var position = ReplyPosition()
    var seen: [MonotonicTime] = []
    while let next = position.neighbour(by: 1, in: marks) {
      seen.append(next)
      position.move(to: next, in: marks)
    }
    #expect(seen == moments)
    var back = [try #require(seen.last)]
    while let before = position.neighbour(by: -1, in: marks) {
      back.append(before)
      position.move(to: before, in: marks)
    }
    #expect(back == moments.reversed())
  }

  @Test func knowsTheRateUpToItsMoment() {
    let marks = [100, 200, 300, 800].map {
      Reply.Mark(
        Delta.Mark(time: MonotonicTime(nanoseconds: $0 * 1_000_000), lengthInBytes: 1),
        of: .content
      )
    }
    var position = ReplyPosition()
    #expect(position.deltasPerSecond(in: marks) == nil)
    position.move(to: MonotonicTime(nanoseconds: 300_000_000), in: marks)
    #expect(position.deltasPerSecond(in: marks) == 10)
  }
}
