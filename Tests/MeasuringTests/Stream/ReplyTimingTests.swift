import Conversation
import Measuring
import Testing

@Suite struct ReplyTimingTests {
  @Test func measuresFromSentToFirstDelta() {
    var reply = reply()
    reply.sent = moment(20)
    reply.firstDelta = moment(202)
    reply.ended = moment(1_500)
    let timing = ReplyTiming(of: reply, now: moment(9_000))
    #expect(timing.timeToFirstDelta == 0.182)
    #expect(timing.elapsed == 1.5)
    #expect(timing.tokensPerSecond == nil)
  }

  @Test func ratesByTheServersCount() {
    var reply = reply()
    reply.firstDelta = moment(1_000)
    reply.marks = [1_000, 1_200, 3_000].map {
      Reply.Mark(Delta.Mark(time: moment($0), lengthInBytes: 1), of: .content)
    }
    reply.usage = Usage(promptTokens: 5, completionTokens: 41)
    let timing = ReplyTiming(of: reply, now: moment(3_500))
    #expect(timing.tokensPerSecond == 20)
    #expect(timing.elapsed == 3.5)
    #expect(timing.timeToFirstDelta == nil)
  }

  private func reply() -> Reply {
    let endpoint = Endpoint(name: "e", url: "http://127.0.0.1:1/v1")
    let preset = Preset(name: "p", endpoint: endpoint, model: "m")
    return Reply(preset: preset, request: RequestID(1), started: moment(0))
  }
}
