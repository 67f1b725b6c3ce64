import Broker
import Conversation
import Support
import Synchronization
import Testing

/// A broker with its buffer, driven from a test's thread.
final class Probe: Sendable {
  let broker: ChatBroker
  private let buffer: RenderBuffer
  private let signal: Signal

  init(environment: [String: String] = [:]) {
    let signal = Signal()
    self.signal = signal
    buffer = RenderBuffer { signal.raise() }
    var retryPolicy = RetryPolicy()
    retryPolicy.firstWaitMilliseconds = 1
    broker = ChatBroker(environment: environment, buffer: buffer, retryPolicy: retryPolicy)
  }

  deinit {
    broker.shutdown()
  }

  /// Every event up to the ending of the given number of requests.
  func events(
    ofEndings count: Int = 1,
    onEvent: (StreamEvent) -> Void = { _ in }
  ) throws -> [StreamEvent] {
    var events: [StreamEvent] = []
    var endings = 0
    while endings < count {
      try #require(signal.wait(), "nothing came for 30 s")
      let new = buffer.drain()
      new.forEach(onEvent)
      events += new
      endings += new.count { if case .ended = $0.kind { true } else { false } }
    }
    return events
  }

  /// Sends one request and collects its reply.
  func reply(
    _ preset: Preset,
    _ messages: [ChatMessage] = [ChatMessage(role: .user, content: "Hello")],
    retries: ChatRequest.Retries = .none,
    delivery: RequestBuilder.Delivery = .streamed
  ) throws -> ProbedReply {
    let request = ChatRequest(
      id: RequestID(1),
      preset: preset,
      messages: messages,
      retries: retries,
      delivery: delivery
    )
    broker.start(request)
    return ProbedReply(try events())
  }
}

extension Preset {
  /// A preset for a server of this test.
  static func probing(_ url: String, key: KeySource? = nil) -> Preset {
    Preset(name: "fast", endpoint: Endpoint(name: "box", url: url, key: key), model: "m")
  }
}
