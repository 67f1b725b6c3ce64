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
    broker = ChatBroker(environment: environment, buffer: buffer)
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

/// What a reply's events add up to.
struct ProbedReply {
  var content = ""
  var reasoning = ""
  var refusal = ""
  var deltas = 0
  var toolCalls: [ToolCall] = []
  var logProbs: [TokenLogProb] = []
  var usage: Usage?
  var timings: ServerTimings?
  var prefill: [PrefillProgress] = []
  var models: [String] = []
  var notices: [String] = []
  var phases: [RequestPhase] = []
  var retries: [Retry] = []
  var connections: [ConnectionTiming] = []
  var endings: [Ending] = []

  init(_ events: [StreamEvent]) {
    for event in events { take(event.kind) }
  }

  var error: ReplyError? {
    if case .failed(let error)? = endings.first, endings.count == 1 { return error }
    return nil
  }

  private mutating func take(_ kind: StreamEvent.Kind) {
    switch kind {
    case .phase(let phase): phases.append(phase)
    case .delta(let delta): take(delta)
    case .toolCall(let call): toolCalls.collect(call)
    case .logProbs(let tokens): logProbs += tokens
    case .usage(let usage): self.usage = usage
    case .serverTimings(let timings): self.timings = timings
    case .prefill(let progress): prefill.append(progress)
    case .connection(let timing): connections.append(timing)
    case .model(let name): models.append(name)
    case .keepAlive: break
    case .retrying(let retry): retries.append(retry)
    case .notice(let text): notices.append(text)
    case .ended(let ending): endings.append(ending)
    }
  }

  private mutating func take(_ delta: Delta) {
    deltas += delta.marks.count
    switch delta.channel {
    case .content: content += delta.text
    case .reasoning: reasoning += delta.text
    case .refusal: refusal += delta.text
    }
  }
}

extension Preset {
  /// A preset for a server of this test.
  static func probing(_ url: String, key: KeySource? = nil) -> Preset {
    Preset(name: "fast", endpoint: Endpoint(name: "box", url: url, key: key), model: "m")
  }
}
