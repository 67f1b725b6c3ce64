import Broker
import Conversation
import Support
import Testing

/// A cancel ends a request at once in every phase, and its socket is closed.
@Suite struct CancelTests {
  private static let id = RequestID(1)

  private static func start(_ preset: Preset, _ probe: Probe) {
    probe.broker.start(ChatRequest(id: id, preset: preset, messages: []))
  }

  private static func endings(_ probe: Probe) throws -> [Ending] {
    ProbedReply(try probe.events()).endings
  }

  @Test func whileTheKeyIsRead() throws {
    let probe = Probe(environment: ["PATH": "/usr/bin:/bin"])
    Self.start(.probing("http://127.0.0.1:1", key: .command("sleep 9")), probe)
    probe.broker.cancel(Self.id)
    #expect(try Self.endings(probe) == [.cancelled])
  }

  @Test func whileTheHostIsLookedUp() throws {
    let server = LoopbackServer(
      answer: LoopbackAnswer.stream([LoopbackAnswer.chunk("hi"), "[DONE]"])
    )
    defer { server.close() }
    let probe = Probe()
    Self.start(.probing("http://weir-test.invalid"), probe)
    probe.broker.cancel(Self.id)
    #expect(try Self.endings(probe) == [.cancelled])
    #expect(try probe.reply(.probing(server.url)).content == "hi")
  }

  @Test func whileItConnects() throws {
    let server = FullServer()
    defer { server.close() }
    let probe = Probe()
    Self.start(.probing("http://127.0.0.1:\(server.port)"), probe)
    probe.broker.cancel(Self.id)
    #expect(try Self.endings(probe) == [.cancelled])
  }

  @Test func whileTLSIsAgreedOn() throws {
    let (accepted, closed) = (Latch(), Latch())
    let server = LoopbackServer([.open(accepted), .untilClosed, .open(closed)])
    defer { server.close() }
    let probe = Probe()
    Self.start(.probing("https://127.0.0.1:\(server.port)"), probe)
    #expect(accepted.wait())
    probe.broker.cancel(Self.id)
    #expect(try Self.endings(probe) == [.cancelled])
    #expect(closed.wait())
  }

  @Test func whileItWaitsForAnAnswer() throws {
    let (received, closed) = (Latch(), Latch())
    let server = LoopbackServer([.request, .open(received), .untilClosed, .open(closed)])
    defer { server.close() }
    let probe = Probe()
    Self.start(.probing(server.url), probe)
    #expect(received.wait())
    probe.broker.cancel(Self.id)
    #expect(try Self.endings(probe) == [.cancelled])
    #expect(closed.wait())
  }

  @Test func whileItStreams() throws {
    let closed = Latch()
    let text = LoopbackAnswer.http10(
      type: "text/event-stream",
      body: "data: \(LoopbackAnswer.chunk("kept"))\n\n"
    )
    let server = LoopbackServer([
      .request, .send(Array(text.utf8)), .untilClosed, .open(closed),
    ])
    defer { server.close() }
    let probe = Probe()
    Self.start(.probing(server.url), probe)
    let reply = ProbedReply(
      try probe.events { if case .delta = $0.kind { probe.broker.cancel(Self.id) } }
    )
    #expect(reply.content == "kept")
    #expect(reply.endings == [.cancelled])
    #expect(closed.wait())
  }

  @Test func onceThoughAskedTwice() throws {
    let server = LoopbackServer([.request, .untilClosed])
    defer { server.close() }
    let probe = Probe()
    Self.start(.probing(server.url), probe)
    probe.broker.cancel(Self.id)
    probe.broker.cancel(Self.id)
    probe.broker.cancel(RequestID(99))
    #expect(try Self.endings(probe) == [.cancelled])
  }

  @Test func withEverythingWhenTheBrokerShutsDown() throws {
    let received = Latch()
    let server = LoopbackServer([.request, .open(received), .untilClosed])
    defer { server.close() }
    let probe = Probe()
    Self.start(.probing(server.url), probe)
    #expect(received.wait())
    probe.broker.shutdown()
    #expect(try Self.endings(probe) == [.cancelled])
    probe.broker.start(
      ChatRequest(id: RequestID(2), preset: .probing(server.url), messages: [])
    )
    #expect(try Self.endings(probe) == [.cancelled])
  }
}
