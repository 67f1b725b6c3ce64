import Broker
import Conversation
import Support
import Testing

@Suite struct SuspensionTests {
  private static let opening = LoopbackAnswer.stream([LoopbackAnswer.chunk("hi")])

  private static func preset(_ server: LoopbackServer) -> Preset {
    var preset = Preset.probing(server.url)
    preset.endpoint.timeLimits.totalMilliseconds = 30
    return preset
  }

  @Test func countsAgainstNoLimit() throws {
    let (limitIsOver, textCame) = (Latch(), Latch())
    let server = LoopbackServer([
      .request, .wait(limitIsOver), .send(Array(Self.opening.utf8)), .wait(textCame),
      .send(Array("data: [DONE]\n\n".utf8)),
    ])
    defer { server.close() }
    let probe = Probe()
    probe.broker.suspended()
    probe.broker.start(
      ChatRequest(id: RequestID(1), preset: Self.preset(server), messages: [])
    )
    // A like request that was started later tells when the limit is over.
    let other = LoopbackServer([.request, .untilClosed])
    defer { other.close() }
    #expect(try Probe().reply(Self.preset(other)).error?.isTimeLimit == true)
    limitIsOver.open()
    let events = try probe.events { if case .delta = $0.kind { textCame.open() } }
    #expect(ProbedReply(events).endings == [.finished(reason: nil)])
  }

  @Test func countsAgainWhenTheProgramGoesOn() throws {
    let server = LoopbackServer([.request, .untilClosed])
    defer { server.close() }
    let probe = Probe()
    probe.broker.suspended()
    probe.broker.resumed()
    #expect(try probe.reply(Self.preset(server)).error?.isTimeLimit == true)
  }
}
