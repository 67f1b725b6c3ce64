import Conversation

/// The state of one request over all its attempts.
///
/// A class because libcurl's callbacks and the worker change it in turn; it lives on the broker's queue.
final class Job {
  /// What is under way.
  enum Stage {
    /// The key is being read, the body made.
    case preparing
    case running(Transfer)
    case waiting(until: MonotonicTime)
    /// The caller has the ending; the connection gets a moment to end well, so that it can be used again.
    case draining(Transfer, until: MonotonicTime)
  }

  let order: JobOrder
  var stage = Stage.preparing
  var request: HTTPRequest?
  var attempt = 1
  var redirects = 0
  var usage: RequestBuilder.UsageRequest
  /// Whether this is the second asking, after the server refused `stream_options`.
  var isWithoutRefusedUsage = false
  var watch: Watch
  var writer: ReplyErrorWriter
  /// Set where what goes over the wire is wanted.
  var recorder: WireRecorder?

  // Of one attempt:
  var headerBytes = 0
  var uploadedBytes = 0
  var decoder: ReplyDecoder?
  /// A body that is no reply: an error's, or a list of models.
  var body: [UInt8] = []
  /// Why weir itself broke the transfer off.
  var breach: ReplyErrorWriter.TransportFailure?
  /// Whether a delta of any kind came, after which nothing is repeated.
  var hasText = false

  init(_ order: JobOrder, usage: RequestBuilder.UsageRequest) {
    self.order = order
    self.usage = usage
    watch = Watch(limits: order.endpoint.timeLimits, started: order.time)
    writer = ReplyErrorWriter(endpoint: order.endpoint, model: order.model)
    if case .chat(let chat) = order.purpose, chat.isRecorded {
      recorder = WireRecorder(endpoint: order.endpoint)
    }
  }

  var id: RequestID { order.id }

  var transfer: Transfer? {
    switch stage {
    case .running(let transfer), .draining(let transfer, _): transfer
    case .preparing, .waiting: nil
    }
  }

  var isDraining: Bool {
    if case .draining = stage { return true }
    return false
  }

  /// When the worker must look at this job though nothing happens on the wire.
  var wakeTime: MonotonicTime? {
    switch stage {
    case .draining(_, let until): until
    case .waiting(let until): [until, watch.deadline?.time].compactMap { $0 }.min()
    case .preparing, .running: watch.deadline?.time
    }
  }

  func beginAttempt() {
    headerBytes = 0
    uploadedBytes = 0
    decoder = nil
    body = []
    breach = nil
  }

  func shift(byNanoseconds nanoseconds: UInt64, since moment: MonotonicTime) {
    watch.shift(byNanoseconds: nanoseconds, since: moment)
    if case .waiting(let until) = stage {
      stage = .waiting(until: MonotonicTime(nanoseconds: until.nanoseconds + nanoseconds))
    }
  }
}
