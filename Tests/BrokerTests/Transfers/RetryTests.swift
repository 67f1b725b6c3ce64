import Broker
import Conversation
import Support
import Testing

@Suite struct RetryTests {
  private static let good: [LoopbackServer.Step] = [
    .request, .send(Array(LoopbackAnswer.stream([LoopbackAnswer.chunk("hi"), "[DONE]"]).utf8)),
  ]

  private static func bad(
    _ status: String = "503 Service Unavailable",
    headers: [String] = []
  ) -> [LoopbackServer.Step] {
    [.request, .send(Array(LoopbackAnswer.http10(status, headers: headers, body: "").utf8))]
  }

  private static func busy(_ advice: String = "try again shortly") -> ReplyError {
    ReplyError(
      kind: .api,
      source: "box",
      problem: "503, the server is busy or still loading; \(advice)",
      status: 503
    )
  }

  @Test(
    "tries again on what may pass",
    arguments: ["408 A", "409 B", "429 C", "500 D", "502 E", "503 F", "529 G"]
  )
  func triesAgain(status: String) throws {
    let server = LoopbackServer(Self.bad(status), Self.good)
    defer { server.close() }
    let reply = try Probe().reply(.probing(server.url), retries: .allowed)
    #expect(reply.content == "hi")
    #expect(reply.retries.map(\.attempt) == [2])
    #expect(reply.retries.map(\.reason.status) == [Int(status.prefix(3))])
    #expect(reply.phases == [.connecting, .sent, .answering, .connecting, .sent, .answering])
  }

  @Test func triesAgainAfterAReset() throws {
    let server = LoopbackServer([.request, .reset], [.request], Self.good)
    defer { server.close() }
    let reply = try Probe().reply(.probing(server.url), retries: .allowed)
    #expect(reply.content == "hi")
    #expect(reply.retries.map(\.attempt) == [2, 3])
  }

  @Test func givesUpAfterThreeAttempts() throws {
    let server = LoopbackServer(Self.bad())
    defer { server.close() }
    let reply = try Probe().reply(.probing(server.url), retries: .allowed)
    #expect(reply.error == Self.busy())
    #expect(reply.retries.map(\.reason) == [Self.busy(), Self.busy()])
    #expect(server.requests.count == 3)
  }

  @Test("sends what will not pass once", arguments: ["400 A", "401 B", "403 C", "404 D", "413 E"])
  func triesOnce(status: String) throws {
    let server = LoopbackServer(Self.bad(status))
    defer { server.close() }
    var preset = Preset.probing(server.url)
    preset.endpoint.streamUsage = .off
    let reply = try Probe().reply(preset, retries: .allowed)
    #expect(reply.error?.status == Int(status.prefix(3)))
    #expect(server.requests.count == 1)
  }

  @Test func triesOnceWhereRetriesAreNotAllowed() throws {
    let server = LoopbackServer(Self.bad(), Self.good)
    defer { server.close() }
    #expect(try Probe().reply(.probing(server.url)).error == Self.busy())
    #expect(server.requests.count == 1)
  }

  @Test func neverTriesAgainAfterText() throws {
    let text =
      "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\ndata: \(LoopbackAnswer.chunk("a"))\n\n"
    let server = LoopbackServer([.request, .send(Array(text.utf8))], Self.good)
    defer { server.close() }
    let reply = try Probe().reply(.probing(server.url), retries: .allowed)
    #expect(reply.content == "a")
    #expect(reply.retries == [])
    #expect(server.requests.count == 1)
  }

  @Test func namesAWaitThatIsTooLong() throws {
    let server = LoopbackServer(Self.bad(headers: ["Retry-After: 121"]), Self.good)
    defer { server.close() }
    let reply = try Probe().reply(.probing(server.url), retries: .allowed)
    let advice = "it asks to wait 121 s, more than weir waits by itself; try again then"
    #expect(reply.error == Self.busy(advice))
  }

  @Test func waitsAsLongAsTheServerAsks() throws {
    let server = LoopbackServer(Self.bad(headers: ["Retry-After: 100"]), Self.good)
    defer { server.close() }
    let probe = Probe()
    probe.broker.start(
      ChatRequest(id: RequestID(1), preset: .probing(server.url), messages: [])
    )
    let events = try probe.events { event in
      if case .retrying = event.kind { probe.broker.cancel(RequestID(1)) }
    }
    let reply = ProbedReply(events)
    let wait = reply.retries.first.flatMap { retry in
      events.first { $0.kind == .retrying(retry) }.map { retry.time.seconds(since: $0.time) }
    }
    #expect(wait == 100)
    #expect(reply.endings == [.cancelled])
    #expect(server.requests.count == 1)
  }

  @Test func takesADateAsTheTimeToWaitFor() throws {
    let headers = ["Retry-After: Fri, 31 Dec 2100 23:59:59 GMT"]
    let server = LoopbackServer(Self.bad(headers: headers), Self.good)
    defer { server.close() }
    let reply = try Probe().reply(.probing(server.url), retries: .allowed)
    #expect(
      reply.error?.problem.hasSuffix("more than weir waits by itself; try again then") == true
    )
    #expect(server.requests.count == 1)
  }
}
