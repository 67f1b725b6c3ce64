import Broker
import Conversation
import Support
import Synchronization
import Testing

@Suite struct ModelsTests {
  private static func models(
    _ endpoint: Endpoint,
    environment: [String: String] = [:],
    timeoutMilliseconds: Int = 0
  ) throws -> Result<[ModelInfo], ReplyError> {
    let probe = Probe(environment: environment)
    let signal = Signal()
    let result = Mutex<Result<[ModelInfo], ReplyError>?>(nil)
    probe.broker.models(of: endpoint, timeoutMilliseconds: timeoutMilliseconds) { models in
      result.withLock { $0 = models }
      signal.raise()
    }
    try #require(signal.wait(), "nothing came for 30 s")
    let found = result.withLock { $0 }
    return try #require(found)
  }

  private static func models(_ answer: String) throws -> Result<[ModelInfo], ReplyError> {
    let server = LoopbackServer(answer: answer)
    defer { server.close() }
    return try models(Endpoint(name: "box", url: server.url))
  }

  @Test(
    "reads every form of a list",
    arguments: [
      (
        #"{"object":"list","data":[{"id":"a"},{"id":"b"}]}"#,
        [ModelInfo(id: "a"), ModelInfo(id: "b")]
      ),
      (#"{"models":[{"name":"a:latest","model":"a:latest"}]}"#, [ModelInfo(id: "a:latest")]),
      (#"[{"id":"a","context_length":4096}]"#, [ModelInfo(id: "a", contextLength: 4096)]),
      (#"["a","b",""]"#, [ModelInfo(id: "a"), ModelInfo(id: "b")]),
      (
        #"{"data":[{"id":"a","max_model_len":8192},{"x":1}]}"#,
        [ModelInfo(id: "a", contextLength: 8192)]
      ),
      (
        #"{"models":[],"data":[{"id":"a","meta":{"n_ctx_train":2048}}]}"#,
        [ModelInfo(id: "a", contextLength: 2048)]
      ),
      (
        #"{"data":[{"id":"a","meta":{"n_ctx_train":8192,"n_ctx":4096}}]}"#,
        [ModelInfo(id: "a", contextLength: 4096)]
      ),
      (#"[{"id":"a","context_length":0}]"#, [ModelInfo(id: "a")]),
      (#"[{"id":"a","context_length":-4}]"#, [ModelInfo(id: "a")]),
      (#"{"data":[]}"#, []),
    ]
  )
  func reads(body: String, models: [ModelInfo]) throws {
    #expect(try Self.models(LoopbackAnswer.http10(body: body)) == .success(models))
  }

  @Test func asksWithTheEndpointsKeyAndHeaders() throws {
    let server = LoopbackServer(answer: LoopbackAnswer.http10(body: #"{"data":[]}"#))
    defer { server.close() }
    let endpoint = Endpoint(name: "box", url: server.url + "?v=1", key: .environment("K"))
    #expect(try Self.models(endpoint, environment: ["K": "k"]) == .success([]))
    let head = [
      "GET /v1/models?v=1 HTTP/1.1", "Host: 127.0.0.1:\(server.port)", "Accept: */*",
      "Accept-Encoding: identity", "User-Agent: weir", "Authorization: Bearer k",
    ]
    #expect(server.requests == [head.joined(separator: "\r\n") + "\r\n\r\n"])
  }

  @Test func endsWhenItsTimeIsOver() throws {
    let server = LoopbackServer([.request, .untilClosed])
    defer { server.close() }
    let result = try Self.models(
      Endpoint(name: "box", url: server.url),
      timeoutMilliseconds: 30
    )
    let error = ReplyError(
      kind: .transport,
      source: "box",
      problem: "not done within 30 ms (total_timeout_ms); try again, or raise the limit",
      isTimeLimit: true
    )
    #expect(result == .failure(error))
  }

  @Test(arguments: [false, true])
  func endsWithTheBroker(isClosedBefore: Bool) throws {
    let server = LoopbackServer([.request, .untilClosed])
    defer { server.close() }
    let probe = Probe()
    if isClosedBefore { probe.broker.shutdown() }
    let signal = Signal()
    probe.broker.models(
      of: Endpoint(name: "box", url: server.url),
      timeoutMilliseconds: 0
    ) { result in
      let problem = "it was not asked, since weir is closing"
      #expect(
        result == .failure(ReplyError(kind: .transport, source: "box", problem: problem))
      )
      signal.raise()
    }
    probe.broker.shutdown()
    #expect(signal.wait())
  }

  @Test(
    "fails as a reply does",
    arguments: [
      (LoopbackAnswer.http10("500 Oops", body: "boom"), ReplyError.Kind.api),
      (LoopbackAnswer.http10(body: ""), .shape),
      (LoopbackAnswer.http10(body: "{}"), .shape),
      (LoopbackAnswer.http10(body: "hello"), .decode),
      (LoopbackAnswer.http10(body: #"{"error":"x"}"#), .api),
      ("", .transport),
    ]
  )
  func fails(answer: String, kind: ReplyError.Kind) throws {
    #expect(throws: ReplyError.self) { try Self.models(answer).get() }
    guard case .failure(let error) = try Self.models(answer) else { return }
    #expect(error.kind == kind)
  }
}
