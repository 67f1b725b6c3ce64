import Broker
import Conversation
import Support
import Testing

@Suite struct RedirectTests {
  private static let answer = LoopbackAnswer.stream([LoopbackAnswer.chunk("hi"), "[DONE]"])

  private static func redirect(_ status: String, to target: String) -> [LoopbackServer.Step] {
    let text = LoopbackAnswer.http10(status, headers: ["Location: \(target)"], body: "")
    return [.request, .send(Array(text.utf8))]
  }

  private static func preset(_ server: LoopbackServer) -> Preset {
    var preset = Preset.probing(server.url, key: .environment("K"))
    preset.endpoint.headers = [Header(name: "X-Api-Key", value: .literal("also-secret"))]
    return preset
  }

  private static func error(_ problem: String, status: Int?) -> ReplyError {
    ReplyError(kind: .transport, source: "box", problem: problem, status: status)
  }

  @Test(
    "follows on the same origin, with body and key",
    arguments: ["307 Temporary Redirect", "308 Permanent Redirect"]
  )
  func follows(status: String) throws {
    let server = LoopbackServer(
      Self.redirect(status, to: "/v2/chat?x=1"),
      [.request, .send(Array(Self.answer.utf8))]
    )
    defer { server.close() }
    let reply = try Probe(environment: ["K": "k"]).reply(Self.preset(server))
    #expect(reply.content == "hi")
    let second = try #require(server.requests.last)
    #expect(second.hasPrefix("POST /v2/chat?x=1 HTTP/1.1\r\n"))
    #expect(second.contains("Authorization: Bearer k\r\n"))
    #expect(second.hasSuffix(#""stream_options":{"include_usage":true}}"#))
  }

  @Test(
    "names another origin and sends nothing there",
    arguments: ["301 Moved", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Moved"]
  )
  func refusesAnotherOrigin(status: String) throws {
    let other = LoopbackServer(answer: Self.answer)
    defer { other.close() }
    let target = "http://127.0.0.1:\(other.port)/chat?token=t"
    let server = LoopbackServer(Self.redirect(status, to: target))
    defer { server.close() }
    let reply = try Probe(environment: ["K": "k"]).reply(Self.preset(server))
    let problem =
      "\(status.prefix(3)), a redirect to http://127.0.0.1:\(other.port)/chat, "
      + "which was not followed; set url to it if it is right"
    #expect(reply.error == Self.error(problem, status: Int(status.prefix(3))))
    #expect(other.connections == 0)
  }

  @Test func followsNoOtherStatusOnTheSameOrigin() throws {
    let server = LoopbackServer(Self.redirect("302 Found", to: "/login"))
    defer { server.close() }
    let reply = try Probe(environment: ["K": "k"]).reply(Self.preset(server))
    let problem =
      "302, a redirect to http://127.0.0.1:\(server.port)/login, "
      + "which was not followed; set url to it if it is right"
    #expect(reply.error == Self.error(problem, status: 302))
    #expect(server.requests.count == 1)
  }

  @Test func followsThreeAtMost() throws {
    let server = LoopbackServer(Self.redirect("307 Temporary Redirect", to: "/again"))
    defer { server.close() }
    let reply = try Probe(environment: ["K": "k"]).reply(Self.preset(server))
    let problem =
      "it was redirected more than three times; check url (\(server.url)/chat/completions)"
    #expect(reply.error == Self.error(problem, status: nil))
    #expect(server.requests.count == 4)
  }

  @Test func refusesARedirectToNowhere() throws {
    let text = LoopbackAnswer.http10("307 Temporary Redirect", body: "")
    let server = LoopbackServer(answer: text)
    defer { server.close() }
    let reply = try Probe(environment: ["K": "k"]).reply(Self.preset(server))
    let problem = "307, a redirect to no address; check url (\(server.url)/chat/completions)"
    #expect(reply.error == Self.error(problem, status: 307))
  }
}
