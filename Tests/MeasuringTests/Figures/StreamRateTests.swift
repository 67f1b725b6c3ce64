import Conversation
import Measuring
import Testing

@Suite struct StreamRateTests {
  @Test(
    "a rate needs something that came, and a time that can be measured",
    arguments: [
      (99, 1, nil), (99, 9.999, nil), (99, 10, 9_900), (0, 1_000, nil), (10, 2_000, 5),
    ] as [(Int, Double, Double?)]
  )
  func needsTime(count: Int, milliseconds: Double, rate: Double?) {
    let first = MonotonicTime(nanoseconds: 5_000_000)
    let last = MonotonicTime(nanoseconds: 5_000_000 + UInt64(milliseconds * 1e6))
    #expect(StreamRate.perSecond(count, from: first, to: last) == rate)
    #expect(StreamRate.perSecond(count, from: last, to: first) == nil)
  }

  @Test func nothingRatesWhatCameAtOnce() {
    var reply = Reply(
      preset: Preset(name: "p", endpoint: Endpoint(name: "e", url: "http://h/v1"), model: "m"),
      request: RequestID(1),
      started: MonotonicTime(nanoseconds: 0)
    )
    reply.marks = (0..<UInt64(100)).map {
      let time = MonotonicTime(nanoseconds: 1_000_000 + $0 * 10_000)
      return Reply.Mark(Delta.Mark(time: time, lengthInBytes: 1), of: .content)
    }
    reply.firstDelta = reply.marks.first?.time
    reply.sent = reply.started
    reply.ended = reply.marks.last?.time
    reply.ending = .finished(reason: "stop")
    reply.usage = Usage(completionTokens: 2_000)
    let end = MonotonicTime(nanoseconds: 2_000_000)
    let timing = ReplyTiming(of: reply, now: end)
    var meter = StreamMeter()
    meter.record(contentsOf: reply.marks.lazy.map(\.arrival))
    var position = ReplyPosition()
    position.move(to: end, in: reply.marks)
    let request = RequestFigures(of: reply, timesSent: 1)
    let rates = [
      timing.tokensPerSecond, timing.deltasPerSecond, meter.meanDeltasPerSecond,
      meter.deltasPerSecond(at: end), position.deltasPerSecond(in: reply.marks),
      request.tokensPerSecond,
    ]
    #expect(rates == [nil, nil, nil, nil, nil, nil])
  }

  @Test func driftLeavesOutWhatCameAtOnce() {
    let speeds = (0..<40).map { _ in
      ReplySpeed(
        asked: WallTime(milliseconds: 0),
        ttftMilliseconds: 1,
        tokensPerSecond: 2e6,
        decodingSeconds: 0.001
      )
    }
    #expect(PresetDrift(speeds).rate == nil)
  }
}
