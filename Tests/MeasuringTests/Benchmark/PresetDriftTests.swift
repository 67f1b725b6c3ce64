import Conversation
import Testing

@testable import Measuring

@Suite struct PresetDriftTests {
  private func speeds(_ ttft: [Double?]) -> [ReplySpeed] {
    ttft.enumerated().map { place, value in
      ReplySpeed(
        asked: WallTime(milliseconds: 1_000_000 - Int64(place)),
        ttftMilliseconds: value,
        tokensPerSecond: nil
      )
    }
  }

  @Test func comparesTheLastTenWithThoseBefore() throws {
    let values = (0..<30).map { Double($0 < 10 ? 50 + $0 : $0) }
    let drift = PresetDrift(speeds(values))
    let change = try #require(drift.ttft)
    #expect([drift.recent, drift.earlier] == [10, 20])
    #expect(drift.since == WallTime(milliseconds: 1_000_000 - 29))
    #expect(change.now == 54)
    #expect(change.before == 19)
    #expect(change.isMoreThanNoise)
    #expect(drift.rate == nil)
  }

  @Test("takes half of few, and none of too few", arguments: zip([0, 5, 6, 19], [0, 2, 3, 9]))
  func takesHalf(count: Int, recent: Int) {
    let drift = PresetDrift(speeds(Array(repeating: 1, count: count)))
    #expect(drift.recent == recent)
    #expect((drift.ttft == nil) == (recent < 3))
  }

  @Test func answersWithoutTheFigureDoNotCount() {
    #expect(PresetDrift(speeds([1, nil, nil, nil, nil, nil, nil, 1])).ttft == nil)
  }
}
