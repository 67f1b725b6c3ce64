import Conversation
import Dispatch
import Synchronization

/// Asks endpoints for replies and hands on what they stream.
///
/// Every member may be called from any thread and none waits. A class because it owns the queue on which
/// all transfers run; the queue starts with the first request and rests when nothing is under way.
package final class ChatBroker: Sendable {
  private struct State {
    var isStarted = false
    var ownRequests = 0
  }

  private let buffer: RenderBuffer
  private let environment: [String: String]
  private let retryPolicy: RetryPolicy
  private let inbox = Inbox()
  private let gate = EventGate()
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "weir.broker")

  /// - Parameters:
  ///   - environment: Where keys, `env:` headers and proxies are looked up.
  ///   - buffer: Takes the events of every request, each request's ended by exactly one `.ended`.
  ///   - retryPolicy: How long failed attempts wait for the next.
  package init(
    environment: [String: String],
    buffer: RenderBuffer,
    retryPolicy: RetryPolicy = RetryPolicy()
  ) {
    self.environment = environment
    self.retryPolicy = retryPolicy
    self.buffer = buffer
  }

  deinit {
    inbox.post(.shutDown)
  }

  /// - Parameter request: Its id must never have been used before; negative ids are the broker's own.
  package func start(_ request: ChatRequest) {
    start(request, into: buffer)
  }

  /// Ends a request as cancelled, at once; nothing more of it arrives.
  ///
  /// One that has ended is left alone.
  package func cancel(_ id: RequestID) {
    if gate.end(id, .cancelled) { inbox.post(.cancel(id)) }
  }

  /// Call before the program stops itself (^Z), so that the pause counts against no limit.
  package func suspended() {
    inbox.post(.suspended(.now()))
  }

  /// Call when the program goes on.
  package func resumed() {
    inbox.post(.resumed(.now()))
  }

  /// Ends everything as cancelled; what is started afterwards ends so at once.
  package func shutdown() {
    gate.close()
    inbox.post(.shutDown)
  }

  /// Asks an endpoint what models it has.
  ///
  /// - Parameters:
  ///   - endpoint: Asked with its own key and headers.
  ///   - timeoutMilliseconds: For the whole request; 0 leaves the endpoint's own limits.
  ///   - completion: Called once, on the broker's queue; it must not block.
  package func models(
    of endpoint: Endpoint,
    timeoutMilliseconds: Int,
    completion: @escaping @Sendable (Result<[ModelInfo], ReplyError>) -> Void
  ) {
    var endpoint = endpoint
    if timeoutMilliseconds > 0 { endpoint.timeLimits.totalMilliseconds = timeoutMilliseconds }
    post(
      JobOrder(
        id: makeRequestID(),
        endpoint: endpoint,
        purpose: .models(completion),
        time: .now()
      )
    )
  }

  /// Starts a request whose events go elsewhere than to the broker's buffer.
  func start(_ request: ChatRequest, into buffer: RenderBuffer) {
    let now = MonotonicTime.now()
    guard gate.open(request.id, to: buffer) else {
      return buffer.append(StreamEvent(request: request.id, time: now, kind: .ended(.cancelled)))
    }
    let event = StreamEvent(request: request.id, time: now, kind: .phase(.connecting))
    gate.deliver([event], of: request.id)
    post(
      JobOrder(
        id: request.id,
        endpoint: request.preset.endpoint,
        purpose: .chat(request),
        time: now
      )
    )
  }

  /// An id of the broker's own, which no caller uses.
  func makeRequestID() -> RequestID {
    state.withLock { state in
      state.ownRequests += 1
      return RequestID(-state.ownRequests)
    }
  }

  private func post(_ order: JobOrder) {
    guard inbox.post(.start(order)) else {
      if case .models(let completion) = order.purpose {
        completion(.failure(.closing(order.endpoint.name)))
      }
      return
    }
    let isFirst = state.withLock { state in
      defer { state.isStarted = true }
      return !state.isStarted
    }
    guard isFirst else { return }
    let (inbox, gate, environment, retryPolicy) = (inbox, gate, environment, retryPolicy)
    queue.async {
      let worker = Worker(
        inbox: inbox,
        gate: gate,
        environment: environment,
        retryPolicy: retryPolicy
      )
      guard let worker else { return gate.close() }
      worker.run()
    }
  }
}
