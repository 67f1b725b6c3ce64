import Broker
import Conversation
import Support
import Testing

/// Much at once, and large pieces.
@Suite struct LoadTests {
  private static func reply(_ body: String, headers: [String] = []) throws -> ProbedReply {
    let answer = LoopbackAnswer.http10(type: "text/event-stream", headers: headers, body: body)
    let server = LoopbackServer(answer: answer)
    defer { server.close() }
    return try Probe().reply(.probing(server.url))
  }

  @Test func takesSixtyFourStreamsAtOnce() throws {
    let all = Latch()
    let count = Soak.scale(50, whole: 5_000)
    let texts = (0..<64).map { number in (0..<count).map { "\(number).\($0) " } }
    let server = LoopbackServer(
      scripts: texts.map { pieces in
        let answer = LoopbackAnswer.stream(pieces.map { LoopbackAnswer.chunk($0) } + ["[DONE]"])
        return [.request, .wait(all), .send(Array(answer.utf8))]
      }
    )
    defer { server.close() }
    let probe = Probe()
    for number in 0..<64 {
      probe.broker.start(
        ChatRequest(id: RequestID(number), preset: .probing(server.url), messages: [])
      )
    }
    var sent = 0
    let events = try probe.events(ofEndings: 64) { event in
      guard event.kind == .phase(.sent) else { return }
      sent += 1
      if sent == 64 { all.open() }
    }
    let replies = Dictionary(grouping: events, by: \.request).values.map { ProbedReply($0) }
    #expect(replies.map(\.content).sorted() == texts.map { $0.joined() }.sorted())
    #expect(replies.allSatisfy { $0.endings == [.finished(reason: nil)] })
  }

  @Test func takesAHundredThousandDeltasOfOneByte() throws {
    let event = #"data: {"choices":[{"index":0,"delta":{"content":"x"}}]}"# + "\n\n"
    let body = String(repeating: event, count: 100_000) + "data: [DONE]\n\n"
    let reply = try Self.reply(body)
    #expect(reply.content.utf8.count == 100_000)
    #expect(reply.deltas == 100_000)
    #expect(reply.endings == [.finished(reason: nil)])
  }

  @Test func takesAnEventOfFiveMegabytes() throws {
    let text = String(repeating: "five megabytes! ", count: 5 << 16)
    let body = "data: \(LoopbackAnswer.chunk(text))\n\ndata: [DONE]\n\n"
    let reply = try Self.reply(body)
    #expect(reply.content == text)
    #expect(reply.deltas == 1)
  }

  @Test func unpacksGzipThatWasNotAskedFor() throws {
    let body = "data: \(LoopbackAnswer.chunk("packed"))\n\ndata: [DONE]\n\n"
    let head = "HTTP/1.0 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"
    let server = LoopbackServer(answer: Array(head.utf8) + Gzip.stored(Array(body.utf8)))
    defer { server.close() }
    #expect(try Probe().reply(.probing(server.url)).content == "packed")
  }
}
