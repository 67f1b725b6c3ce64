import Broker
import Conversation
import Support
import Testing

/// The request byte by byte, as a server receives it.
@Suite struct WireTests {
  private static let answer = LoopbackAnswer.stream([LoopbackAnswer.chunk("hi"), "[DONE]"])
  private static let messages = [
    ChatMessage(role: .system, content: "Be brief."), ChatMessage(role: .user, content: "Hällo"),
  ]
  private static let opening =
    #"{"model":"m","messages":[{"role":"system","content":"Be brief."},"#
    + #"{"role":"user","content":"Hällo"}],"#

  @Test func isSentWithoutAKey() throws {
    let server = LoopbackServer(answer: Self.answer)
    defer { server.close() }
    let probe = Probe(environment: ["OPENAI_API_KEY": "must-not-be-sent"])
    _ = try probe.reply(.probing(server.url), Self.messages)
    let body =
      Self.opening + #""stream":true,"temperature":0.2,"stream_options":{"include_usage":true}}"#
    let head = [
      "POST /v1/chat/completions HTTP/1.1", "Host: 127.0.0.1:\(server.port)", "Accept: */*",
      "Accept-Encoding: identity", "Content-Type: application/json", "User-Agent: weir",
      "Content-Length: \(body.utf8.count)",
    ]
    #expect(server.requests == [head.joined(separator: "\r\n") + "\r\n\r\n" + body])
  }

  @Test func isSentWithKeyHeadersAndParameters() throws {
    let server = LoopbackServer(answer: Self.answer)
    defer { server.close() }
    var preset = Preset.probing(server.url + "/?api-version=2", key: .environment("K"))
    preset.endpoint.headers = [
      Header(name: "api-key", value: .environment("K2")),
      Header(name: "X-Empty", value: .literal("")),
    ]
    preset.endpoint.streamUsage = .off
    preset.parameters = [.temperature: 0.5, .maxTokens: 9]
    let probe = Probe(environment: ["K": "k1", "K2": "k2"])
    _ = try probe.reply(preset, Self.messages)
    let body = Self.opening + #""stream":true,"temperature":0.5,"max_tokens":9}"#
    let head = [
      "POST /v1/chat/completions?api-version=2 HTTP/1.1", "Host: 127.0.0.1:\(server.port)",
      "Accept: */*", "Accept-Encoding: identity", "Content-Type: application/json",
      "User-Agent: weir", "Authorization: Bearer k1", "api-key: k2", "X-Empty:",
      "Content-Length: \(body.utf8.count)",
    ]
    #expect(server.requests == [head.joined(separator: "\r\n") + "\r\n\r\n" + body])
  }

  @Test func isSentForAWholeAnswer() throws {
    let body = #"{"choices":[{"message":{"content":"hi"}}]}"#
    let server = LoopbackServer(answer: LoopbackAnswer.http10(body: body))
    defer { server.close() }
    let reply = try Probe().reply(.probing(server.url), Self.messages, delivery: .whole)
    #expect(reply.content == "hi")
    let sent = try #require(server.requests.first)
    #expect(sent.hasSuffix("\r\n\r\n" + Self.opening + #""stream":false,"temperature":0.2}"#))
  }

  @Test func isSentWholeWithoutWaitingWhenItIsLarge() throws {
    let server = LoopbackServer(answer: Self.answer)
    defer { server.close() }
    let text = String(repeating: "large ", count: 400_000)
    let messages = [ChatMessage(role: .user, content: text)]
    let reply = try Probe().reply(.probing(server.url), messages)
    #expect(reply.content == "hi")
    let sent = try #require(server.requests.first)
    #expect(sent.contains(text))
    #expect(!sent.contains("100-continue"))
  }

  @Test func goesThroughAUnixSocket() throws {
    let server = try UnixSocketServer(answer: Self.answer)
    defer { server.close() }
    var preset = Preset.probing("http://model.test/v1")
    preset.endpoint.unixSocket = server.path
    let probe = Probe(environment: ["http_proxy": "http://127.0.0.1:1"])
    #expect(try probe.reply(preset).content == "hi")
  }

  @Test func goesThroughTheProxyOfTheEnvironment() throws {
    let proxy = LoopbackServer(answer: Self.answer)
    defer { proxy.close() }
    let probe = Probe(environment: ["http_proxy": "http://127.0.0.1:\(proxy.port)"])
    #expect(try probe.reply(.probing("http://model.test/v1")).content == "hi")
    let sent = try #require(proxy.requests.first)
    #expect(sent.hasPrefix("POST http://model.test/v1/chat/completions HTTP/1.1\r\n"))
  }

  @Test func neverGoesThroughAProxyToLoopback() throws {
    let server = LoopbackServer(answer: Self.answer)
    defer { server.close() }
    let probe = Probe(environment: ["http_proxy": "http://127.0.0.1:1", "all_proxy": "x://y"])
    #expect(try probe.reply(.probing(server.url)).content == "hi")
  }

  @Test func usesAConnectionAgain() throws {
    let body = "data: \(LoopbackAnswer.chunk("hi"))\n\ndata: [DONE]\n\n"
    let answer =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: \(body.utf8.count)"
      + "\r\n\r\n\(body)"
    let once: [LoopbackServer.Step] = [.request, .send(Array(answer.utf8))]
    let server = LoopbackServer(once + once + [.untilClosed])
    defer { server.close() }
    let probe = Probe()
    let first = try probe.reply(.probing(server.url))
    let second = try probe.reply(.probing(server.url))
    #expect([first, second].flatMap(\.connections).map(\.isReused) == [false, true])
    #expect(server.connections == 1)
  }
}
