import Broker
import Conversation
import Support
import Testing

/// What goes wrong on the way, each with its sentence and the text that had come.
@Suite struct FaultTests {
  private static func error(
    _ kind: ReplyError.Kind,
    _ problem: String,
    isTimeLimit: Bool = false,
    status: Int? = nil
  ) -> ReplyError {
    ReplyError(
      kind: kind,
      source: "box",
      problem: problem,
      isTimeLimit: isTimeLimit,
      status: status
    )
  }

  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
  private static let event = "data: \(LoopbackAnswer.chunk("kept"))\n\n"

  private static func bytes(_ text: String) -> LoopbackServer.Step { .send(Array(text.utf8)) }

  /// The reply to one request that a server answers with these steps.
  private static func reply(
    _ steps: [LoopbackServer.Step],
    limits: (inout TimeLimits) -> Void = { _ in }
  ) throws -> (reply: ProbedReply, port: Int) {
    let server = LoopbackServer(steps)
    defer { server.close() }
    var preset = Preset.probing(server.url)
    limits(&preset.endpoint.timeLimits)
    return (try Probe().reply(preset), server.port)
  }

  @Test func refused() throws {
    let server = LoopbackServer(answer: "")
    server.close()
    server.waitUntilClosed()
    let reply = try Probe().reply(.probing(server.url))
    let problem = "nothing listens at 127.0.0.1:\(server.port); start the server, or check url"
    #expect(reply.error == Self.error(.transport, problem))
  }

  @Test func unknownHost() throws {
    let reply = try Probe().reply(.probing("http://weir-test.invalid:1/v1"))
    let problem = "the host weir-test.invalid is unknown; check url and the network"
    #expect(reply.error == Self.error(.transport, problem))
  }

  @Test func missingUnixSocket() throws {
    var preset = Preset.probing("http://h/v1")
    preset.endpoint.unixSocket = "/nowhere/weir.sock"
    let problem = "the unix socket is not there; start the server, or check unix_socket"
    #expect(try Probe().reply(preset).error == Self.error(.transport, problem))
  }

  @Test func missingKey() throws {
    let preset = Preset.probing("http://127.0.0.1:1", key: .environment("K"))
    let problem =
      "the environment variable K (key_env) holds no key; set it, or take the key source away"
    #expect(try Probe().reply(preset).error == Self.error(.transport, problem))
  }

  @Test func resetBeforeAnAnswer() throws {
    let (reply, port) = try Self.reply([.request, .reset])
    let problem = "127.0.0.1:\(port) reset the connection; look at its log"
    #expect(reply.error == Self.error(.transport, problem))
  }

  @Test func closedBeforeAnAnswer() throws {
    let (reply, port) = try Self.reply([.request])
    let problem = "127.0.0.1:\(port) closed the connection without an answer; look at its log"
    #expect(reply.error == Self.error(.transport, problem))
  }

  @Test func resetInMidStream() throws {
    let latch = Latch()
    let server = LoopbackServer([
      .request, Self.bytes("\(Self.head)Content-Length: 1000\r\n\r\n\(Self.event)"), .wait(latch),
      .reset,
    ])
    defer { server.close() }
    let probe = Probe()
    probe.broker.start(
      ChatRequest(id: RequestID(1), preset: .probing(server.url), messages: [])
    )
    let events = try probe.events { if case .delta = $0.kind { latch.open() } }
    let reply = ProbedReply(events)
    let problem = "the connection was reset in mid-answer; the text so far is kept, try again"
    #expect(reply.content == "kept")
    #expect(reply.error == Self.error(.transport, problem))
  }

  @Test(
    "a body that is cut",
    arguments: [
      "Content-Length: 1000\r\n\r\n\(event)data: {\"choi",
      "Transfer-Encoding: chunked\r\n\r\nff\r\n\(event)",
    ]
  )
  func cut(rest: String) throws {
    let (reply, _) = try Self.reply([.request, Self.bytes(Self.head + rest)])
    let problem =
      "the connection was closed in mid-answer; the text so far is kept, try again"
    #expect(reply.content == "kept")
    #expect(reply.error == Self.error(.transport, problem))
  }

  @Test func cutInsideAChunkWithoutALength() throws {
    let rest = "\r\n\(Self.event)data: {\"choi"
    let (reply, _) = try Self.reply([.request, Self.bytes(Self.head + rest)])
    let problem = "the stream was cut inside a chunk; the text so far is kept, try again"
    #expect(reply.content == "kept")
    #expect(reply.error == Self.error(.transport, problem))
  }

  @Test func earlyCloseIsIncomplete() throws {
    let (reply, _) = try Self.reply([.request, Self.bytes("\(Self.head)\r\n\(Self.event)")])
    #expect(reply.content == "kept")
    #expect(reply.endings == [.incomplete])
  }

  @Test func cutAfterTheFinishIsFinished() throws {
    let rest = "Content-Length: 1000\r\n\r\n\(Self.event)data: \(LoopbackAnswer.finish())\n\n"
    let (reply, _) = try Self.reply([.request, Self.bytes(Self.head + rest)])
    #expect(reply.content == "kept")
    #expect(reply.endings == [.finished(reason: "stop")])
  }

  @Test func stallBeforeTheFirstByte() throws {
    let (reply, _) = try Self.reply([.request, .untilClosed]) { $0.silenceMilliseconds = 30 }
    let problem = "no answer within 30 ms (timeout_ms); try again, or raise the limit"
    #expect(reply.error == Self.error(.transport, problem, isTimeLimit: true))
  }

  @Test func stallInMidStream() throws {
    let steps = [.request, Self.bytes("\(Self.head)\r\n\(Self.event)"), .untilClosed]
    let (reply, _) = try Self.reply(steps) { $0.silenceMilliseconds = 2_000 }
    let problem = "nothing came for 2 s (timeout_ms); the text so far is kept, try again"
    #expect(reply.content == "kept")
    #expect(reply.error == Self.error(.transport, problem, isTimeLimit: true))
  }

  @Test func noTextInTime() throws {
    let steps = [.request, Self.bytes("\(Self.head)\r\n: ping\n\n"), .untilClosed]
    let (reply, _) = try Self.reply(steps) { $0.firstDeltaMilliseconds = 30 }
    let problem =
      "no text within 30 ms (first_delta_timeout_ms); try again, or raise the limit"
    #expect(reply.error == Self.error(.transport, problem, isTimeLimit: true))
  }

  @Test func notDoneInTime() throws {
    let (reply, _) = try Self.reply([.request, .untilClosed]) { $0.totalMilliseconds = 30 }
    let problem = "not done within 30 ms (total_timeout_ms); try again, or raise the limit"
    #expect(reply.error == Self.error(.transport, problem, isTimeLimit: true))
  }

  @Test func muteTLS() throws {
    let server = LoopbackServer([.untilClosed])
    defer { server.close() }
    var preset = Preset.probing("https://127.0.0.1:\(server.port)/v1")
    preset.endpoint.timeLimits.connectMilliseconds = 50
    let problem =
      "no connection to 127.0.0.1:\(server.port) within 50 ms (connect_timeout_ms); "
      + "check that the server is up"
    let error = Self.error(.transport, problem, isTimeLimit: true)
    #expect(try Probe().reply(preset).error == error)
  }

  @Test func plainTextWhereTLSIsWanted() throws {
    let server = LoopbackServer([
      .send(Array("HTTP/1.0 400 Bad Request\r\n\r\n".utf8)), .untilClosed,
    ])
    defer { server.close() }
    let problem =
      "no TLS connection to 127.0.0.1:\(server.port) could be made; check https and the port in url"
    let preset = Preset.probing("https://127.0.0.1:\(server.port)/v1")
    #expect(try Probe().reply(preset).error == Self.error(.transport, problem))
  }

  @Test func headerFlood() throws {
    let line = "X-Flood: \(String(repeating: "x", count: 1_000))\r\n"
    let flood = "HTTP/1.1 200 OK\r\n" + String(repeating: line, count: 300)
    let (reply, port) = try Self.reply([.request, Self.bytes(flood), .untilClosed])
    let problem =
      "the answer's headers are larger than 256 kB; check url "
      + "(http://127.0.0.1:\(port)/v1/chat/completions)"
    #expect(reply.error == Self.error(.transport, problem))
  }

  @Test(
    "what is no HTTP",
    arguments: ["SSH-2.0-OpenSSH_9.2\r\n", "\u{0}\u{1}garbage\r\n\r\n", "220 mail ESMTP\r\n"]
  )
  func garbage(text: String) throws {
    let (reply, port) = try Self.reply([.request, Self.bytes(text)])
    let problem = "127.0.0.1:\(port) does not speak HTTP; check the port in url"
    #expect(reply.error == Self.error(.transport, problem))
  }

  @Test func webPageFromAProxy() throws {
    let page = LoopbackAnswer.http10(type: "text/html", body: "<html><title>Log in</title></html>")
    let (reply, port) = try Self.reply([.request, Self.bytes(page)])
    let problem =
      "http://127.0.0.1:\(port)/v1/chat/completions answered with a web page; "
      + "check url, or the proxy in between"
    #expect(reply.error == Self.error(.decode, problem))
  }

  @Test func empty() throws {
    let (reply, _) = try Self.reply([.request, Self.bytes(LoopbackAnswer.http10(body: ""))])
    let problem = "the answer is empty; the prompt may be longer than the model's context"
    #expect(reply.error == Self.error(.shape, problem))
  }
}
