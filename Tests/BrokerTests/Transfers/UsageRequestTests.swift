import Broker
import Conversation
import Support
import Testing

/// `stream_options`, which some servers refuse.
@Suite struct UsageRequestTests {
  private static let good: [LoopbackServer.Step] = [
    .request, .send(Array(LoopbackAnswer.stream([LoopbackAnswer.chunk("hi"), "[DONE]"]).utf8)),
  ]
  private static let bad: [LoopbackServer.Step] = [
    .request,
    .send(Array(LoopbackAnswer.http10("400 Bad Request", body: #"{"error":"what?"}"#).utf8)),
  ]

  private static func asks(_ server: LoopbackServer) -> [Bool] {
    server.requests.map { $0.contains("stream_options") }
  }

  @Test func asksAgainWithoutWhatWasRefusedAndRemembersIt() throws {
    let server = LoopbackServer(Self.bad, Self.good)
    defer { server.close() }
    let probe = Probe()
    let first = try probe.reply(.probing(server.url))
    let second = try probe.reply(.probing(server.url))
    let notice =
      "box refuses stream_options; it was asked again without, so the server's token counts "
      + "may be missing"
    #expect(first.content == "hi")
    #expect(first.notices == [notice])
    #expect(first.retries == [])
    #expect(second.notices == [])
    #expect(Self.asks(server) == [true, false, false])
  }

  @Test func tellsTheSecondRefusalWhereTheFieldWasNotTheReason() throws {
    let server = LoopbackServer(Self.bad)
    defer { server.close() }
    let reply = try Probe().reply(.probing(server.url))
    #expect(reply.error?.status == 400)
    #expect(reply.notices == [])
    #expect(Self.asks(server) == [true, false])
  }

  @Test func doesNotAskAgainWhereTheFieldWasTakenBefore() throws {
    let server = LoopbackServer(Self.good, Self.bad)
    defer { server.close() }
    let probe = Probe()
    #expect(try probe.reply(.probing(server.url)).content == "hi")
    #expect(try probe.reply(.probing(server.url)).error?.status == 400)
    #expect(Self.asks(server) == [true, true])
  }

  @Test func alwaysAsksWhereTheConfigurationSaysSo() throws {
    let server = LoopbackServer(Self.bad)
    defer { server.close() }
    var preset = Preset.probing(server.url)
    preset.endpoint.streamUsage = .on
    #expect(try Probe().reply(preset).error?.status == 400)
    #expect(Self.asks(server) == [true])
  }
}
