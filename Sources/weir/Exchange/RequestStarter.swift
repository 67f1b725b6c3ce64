import Broker
import Conversation
import DemoEndpoint
import Synchronization

/// Starts requests; those to the embedded endpoint as soon as it listens, which the first of them causes.
///
/// A class because it guards the requests that wait for that. Every member may be called from any thread.
final class RequestStarter: Sendable {
  private let broker: ChatBroker
  private let buffer: RenderBuffer
  private let demo: DemoChild?
  private let recorder: ReplyRecorder?
  private let waiting = Mutex<[RequestID: ChatRequest]>([:])

  /// `buffer` is the one that the broker fills.
  init(
    broker: ChatBroker,
    buffer: RenderBuffer,
    demo: DemoChild?,
    recorder: ReplyRecorder? = nil
  ) {
    self.broker = broker
    self.buffer = buffer
    self.demo = demo
    self.recorder = recorder
  }

  func start(_ request: ChatRequest) {
    var request = request
    recorder?.begin(&request)
    send(request)
  }

  private func send(_ request: ChatRequest) {
    guard request.preset.isDemo, let demo else { return broker.start(request) }
    waiting.withLock { $0[request.id] = request }
    demo.whenListening { [self] result in
      guard let request = waiting.withLock({ $0.removeValue(forKey: request.id) }) else { return }
      switch result {
      case .success: broker.start(request)
      case .failure(let error): end(request.id, .failed(error.replyError))
      }
    }
  }

  /// Ends a request as cancelled, whether it was sent or still waits.
  func cancel(_ id: RequestID) {
    let isWaiting = waiting.withLock { $0.removeValue(forKey: id) } != nil
    if isWaiting { end(id, .cancelled) } else { broker.cancel(id) }
  }

  /// Asks an endpoint what models it has; `completion` is called once, on any thread, and must not block.
  func models(
    of endpoint: Endpoint,
    timeoutMilliseconds: Int,
    completion: @escaping @Sendable (Result<[ModelInfo], ReplyError>) -> Void
  ) {
    guard let demo, endpoint == DemoPresets.endpoint(port: demo.port) else {
      return broker.models(
        of: endpoint,
        timeoutMilliseconds: timeoutMilliseconds,
        completion: completion
      )
    }
    demo.whenListening { [self] result in
      switch result {
      case .success:
        broker.models(
          of: endpoint,
          timeoutMilliseconds: timeoutMilliseconds,
          completion: completion
        )
      case .failure(let error): completion(.failure(error.replyError))
      }
    }
  }

  private func end(_ id: RequestID, _ ending: Ending) {
    buffer.append(StreamEvent(request: id, time: .now(), kind: .ended(ending)))
  }
}

extension DemoServerError {
  fileprivate var replyError: ReplyError {
    ReplyError(kind: .transport, source: "demo", problem: problem)
  }
}
