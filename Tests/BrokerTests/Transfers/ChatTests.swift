import Broker
import Conversation
import Support
import Testing

/// The contract's own cases, over HTTP/1.0 with `Connection: close`, where the end of file ends the body.
@Suite struct ChatTests {
  private static let hello = [ChatMessage(role: .user, content: "Hello")]

  private static func chat(_ answer: String) throws -> String {
    let server = LoopbackServer(answer: answer)
    defer { server.close() }
    let probe = Probe()
    defer { probe.broker.shutdown() }
    return try probe.broker.chat(.probing(server.url), hello)
  }

  private static func error(_ kind: ReplyError.Kind, _ problem: String) -> ReplyError {
    ReplyError(kind: kind, source: "box", problem: problem)
  }

  @Test func answersWithTheContentOfAStream() throws {
    let answer = LoopbackAnswer.stream([
      LoopbackAnswer.chunk("one "), LoopbackAnswer.chunk("two"), LoopbackAnswer.finish(), "[DONE]",
    ])
    #expect(try Self.chat(answer) == "one two")
  }

  @Test func answersWithTheContentOfAPlainCompletion() throws {
    let body = #"{"choices":[{"message":{"content":"hi"},"finish_reason":"stop"}]}"#
    #expect(try Self.chat(LoopbackAnswer.http10(body: body)) == "hi")
  }

  @Test func failsWithTheErrorOfAnEnvelope() {
    let answer = LoopbackAnswer.http10(body: #"{"error":{"message":"no such model","code":404}}"#)
    let problem =
      #"the server reports error 404: "no such model"; try again, or look at the server's log"#
    #expect(throws: Self.error(.api, problem)) { try Self.chat(answer) }
  }

  @Test func failsToDecodeTextThatIsNoJSON() throws {
    let server = LoopbackServer(answer: LoopbackAnswer.http10(type: "text/plain", body: "Hello"))
    defer { server.close() }
    let probe = Probe()
    let problem =
      "\(server.url)/chat/completions answered with neither JSON nor an event stream: \"Hello\"; "
      + "check url"
    #expect(throws: Self.error(.decode, problem)) {
      try probe.broker.chat(.probing(server.url), Self.hello)
    }
  }

  @Test func findsNoContentInEmptyChoices() throws {
    let server = LoopbackServer(answer: LoopbackAnswer.http10(body: #"{"choices":[]}"#))
    defer { server.close() }
    let probe = Probe()
    let problem =
      "the answer is JSON without choices[0].message.content; check url "
      + "(\(server.url)/chat/completions)"
    #expect(throws: Self.error(.shape, problem)) {
      try probe.broker.chat(.probing(server.url), Self.hello)
    }
  }

  @Test func failsWhereTheStreamIsIncomplete() {
    let problem = "the stream ended without finish_reason and without [DONE]; try again"
    #expect(throws: Self.error(.shape, problem)) {
      try Self.chat(LoopbackAnswer.stream([LoopbackAnswer.chunk("one")]))
    }
  }

  @Test func isTheConcatenationOfTheStreamsDeltas() throws {
    let pieces = ["one ", "tw", "o 漢", "字 three"]
    let data = pieces.map { LoopbackAnswer.chunk($0) } + ["[DONE]"]
    let answer = Array(LoopbackAnswer.stream(data).utf8)
    let server = LoopbackServer(answer: answer)
    defer { server.close() }
    let probe = Probe()
    var deltas: [String] = []
    let ending = try probe.broker.chatStream(.probing(server.url), Self.hello) {
      deltas.append($0)
    }
    #expect(ending == .finished(reason: nil))
    #expect(deltas == pieces)
    #expect(try probe.broker.chat(.probing(server.url), Self.hello) == deltas.joined())
  }

  @Test func tellsOfPhasesConnectionAndModel() throws {
    let chunk = #"{"model":"x","choices":[{"delta":{"content":"hi"},"finish_reason":"stop"}]}"#
    let server = LoopbackServer(answer: LoopbackAnswer.stream([chunk]))
    defer { server.close() }
    let reply = try Probe().reply(.probing(server.url))
    #expect(reply.phases == [.connecting, .sent, .answering])
    #expect(reply.connections.map(\.isReused) == [false])
    #expect(reply.models == ["x"])
    #expect(reply.endings == [.finished(reason: "stop")])
  }
}
