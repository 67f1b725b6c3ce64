import Broker
import Conversation
import DemoEndpoint

/// Asks an embedded endpoint through the real broker, without blocking the thread of the test.
struct DemoClient {
  let server: DemoServer
  private let broker: ChatBroker
  private let buffer: RenderBuffer
  private let wakes: AsyncStream<Void>

  init(pace: DemoPace = DemoPace(scale: 0), faults: [Fault] = []) async throws {
    server = try DemoServer(pace: pace, faults: faults)
    let (wakes, continuation) = AsyncStream.makeStream(of: Void.self)
    self.wakes = wakes
    buffer = RenderBuffer { continuation.yield() }
    broker = ChatBroker(environment: [:], buffer: buffer)
    try await server.listening()
  }

  /// The reply to one question, or to the last of several.
  func reply(
    from model: String,
    to questions: [String] = ["one two"],
    delivery: RequestBuilder.Delivery = .streamed,
    parameters: [Parameter: JSONValue] = [:]
  ) async -> Message {
    var preset = Preset(
      name: model,
      endpoint: DemoPresets.endpoint(port: server.port),
      model: model
    )
    preset.parameters = parameters
    var tree = MessageTree()
    let question = tree.addUserMessage(questions.last ?? "", under: nil)
    let id = RequestID(1)
    let reply = Reply(preset: preset, request: id, started: .now())
    let answer = tree.addReply(reply, under: question)
    broker.start(
      ChatRequest(
        id: id,
        preset: preset,
        messages: Self.turns(of: questions),
        retries: .none,
        delivery: delivery
      )
    )
    for await _ in wakes {
      for event in buffer.drain() { tree.apply(event) }
      if tree[answer].reply?.isStreaming == false { break }
    }
    return tree[answer]
  }

  /// The questions, each but the last with an answer.
  private static func turns(of questions: [String]) -> [ChatMessage] {
    let turns = questions.flatMap {
      [ChatMessage(role: .user, content: $0), ChatMessage(role: .assistant, content: "I see.")]
    }
    return turns.dropLast()
  }

  func models() async throws -> [ModelInfo] {
    try await withCheckedContinuation { continuation in
      broker.models(of: DemoPresets.endpoint(port: server.port), timeoutMilliseconds: 30_000) {
        continuation.resume(returning: $0)
      }
    }.get()
  }
}

extension DemoServer {
  /// Returns when the server can be asked.
  func listening() async throws {
    try await withCheckedContinuation { continuation in
      whenListening { continuation.resume(returning: $0) }
    }.get()
  }
}
