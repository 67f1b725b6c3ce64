import Broker
import Conversation
import Support
import Testing

@Suite struct ChatTests {
  @Test func answersWithTheContentOfAStream() throws {
    let server = LoopbackServer(
      answer: LoopbackAnswer.stream([
        LoopbackAnswer.chunk("one "), LoopbackAnswer.chunk("two"), LoopbackAnswer.finish(),
        "[DONE]",
      ])
    )
    defer { server.close() }
    let reply = try Probe().reply(.probing(server.url))
    #expect(reply.content == "one two")
    #expect(reply.endings == [.finished(reason: "stop")])
    #expect(reply.phases == [.connecting, .sent, .answering])
  }

  @Test func answersWithTheContentOfAPlainCompletion() throws {
    let body = #"{"choices":[{"message":{"content":"hi"},"finish_reason":"stop"}]}"#
    let server = LoopbackServer(answer: LoopbackAnswer.http10(body: body))
    defer { server.close() }
    let probe = Probe()
    let reply = try probe.broker.chat(.probing(server.url), [])
    #expect(reply == "hi")
  }

  @Test func cancelsAtOnce() throws {
    let closed = Latch()
    let head = LoopbackAnswer.http10(
      type: "text/event-stream",
      body: "data: \(LoopbackAnswer.chunk("a"))\n\n"
    )
    let server = LoopbackServer([.request, .send(Array(head.utf8)), .untilClosed, .open(closed)])
    defer { server.close() }
    let probe = Probe()
    probe.broker.start(
      ChatRequest(id: RequestID(7), preset: .probing(server.url), messages: [])
    )
    let events = try probe.events { event in
      if case .delta = event.kind { probe.broker.cancel(RequestID(7)) }
    }
    #expect(ProbedReply(events).content == "a")
    #expect(ProbedReply(events).endings == [.cancelled])
    #expect(closed.wait())
  }
}
