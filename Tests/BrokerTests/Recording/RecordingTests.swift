import Broker
import Conversation
import Support
import Testing

/// What is recorded of a request, against a server on loopback.
@Suite struct RecordingTests {
  private static func log(
    of preset: Preset,
    environment: [String: String] = [:],
    retries: ChatRequest.Retries = .none
  ) throws -> (log: WireLog, events: [StreamEvent]) {
    let probe = Probe(environment: environment)
    probe.broker.start(
      ChatRequest(
        id: RequestID(1),
        preset: preset,
        messages: [ChatMessage(role: .user, content: "Hello")],
        retries: retries,
        isRecorded: true
      )
    )
    let events = try probe.events()
    var log = WireLog(attempt: 0)
    for case .wire(let next) in events.map(\.kind) { log.append(next) }
    return (log, events)
  }

  @Test func holdsEveryByteAndItsTime() throws {
    let text = ["a", "b", "c"].map { "data: \(LoopbackAnswer.chunk($0))\n\n" }
    let body = ": hello\n\n" + text.joined() + "data: [DONE]\n\n"
    let server = LoopbackServer(
      answer: LoopbackAnswer.http10(type: "text/event-stream", body: body)
    )
    defer { server.close() }
    let (log, events) = try Self.log(of: .probing(server.url))
    #expect(String(decoding: log.body, as: UTF8.self) == body)
    #expect(log.pieces.reduce(0) { $0 + $1.lengthInBytes } == body.utf8.count)
    #expect(log.response?.status == 200)
    #expect(
      log.response?.fields.contains(WireLog.Field("Content-Type", "text/event-stream")) == true
    )
    #expect(log.request?.url == server.url + "/chat/completions")
    let sent = String(decoding: log.request?.body ?? [], as: UTF8.self)
    #expect(sent.contains(#""content":"Hello""#))
    let deltas = events.compactMap { event in
      if case .delta(let delta) = event.kind { delta.marks.map(\.time) } else { nil }
    }
    #expect(Set(deltas.joined()).isSubset(of: Set(log.pieces.map(\.time))))
  }

  @Test func holdsNoKey() throws {
    let echo = #"{"choices":[{"delta":{"content":"key-1234567 value-987654"}}]}"#
    let server = LoopbackServer(
      answer: LoopbackAnswer.http10(
        type: "text/event-stream",
        headers: ["Set-Cookie: id=1", "X-Echo: key-1234567"],
        body: "data: \(echo)\n\ndata: [DONE]\n\n"
      )
    )
    defer { server.close() }
    var preset = Preset.probing(server.url + "/?sig=querykey99", key: .environment("K"))
    preset.endpoint.headers = [
      Header(name: "X-Open", value: .literal("value-987654")),
      Header(name: "X-Short", value: .literal("on")),
    ]
    preset.extra = JSONObject([("api_token", "in-the-body")])
    let (log, _) = try Self.log(of: preset, environment: ["K": "key-1234567"])
    let text = "\(log)" + String(decoding: log.body + (log.request?.body ?? []), as: UTF8.self)
    for secret in ["key-1234567", "value-987654", "querykey99", "in-the-body", "id=1"] {
      #expect(!text.contains(secret), "\(secret)")
    }
    #expect(
      log.request?.fields.suffix(3) == [
        WireLog.Field("Authorization", "Bearer •••"), WireLog.Field("X-Open", "•••"),
        WireLog.Field("X-Short", "•••"),
      ]
    )
    #expect(
      log.response?.fields.suffix(2) == [
        WireLog.Field("Set-Cookie", "•••"), WireLog.Field("X-Echo", "•••"),
      ]
    )
  }

  @Test func isThatOfTheLastAttempt() throws {
    let busy = LoopbackAnswer.http10("503 Service Unavailable", body: "busy")
    let answer = LoopbackAnswer.stream([LoopbackAnswer.chunk("hi"), "[DONE]"])
    let server = LoopbackServer(
      [.request, .send(Array(busy.utf8))],
      [.request, .send(Array(answer.utf8))]
    )
    defer { server.close() }
    let (log, _) = try Self.log(of: .probing(server.url), retries: .allowed)
    #expect(log.attempt == 2)
    #expect(log.response?.status == 200)
    #expect(!String(decoding: log.body, as: UTF8.self).contains("busy"))
  }

  @Test func holdsTheBodyOfAnError() throws {
    let server = LoopbackServer(
      answer: LoopbackAnswer.http10("401 Unauthorized", body: "no such key")
    )
    defer { server.close() }
    let (log, _) = try Self.log(of: .probing(server.url))
    #expect(log.response?.status == 401)
    #expect(String(decoding: log.body, as: UTF8.self) == "no such key")
  }
}
