import Broker
import Conversation
import Glibc
import Reports
import Synchronization

/// Records requests as they are started and adds each to a file when it has ended.
///
/// A class because it owns the file, and guards the requests that are under way. Any thread may call it.
final class ReplyRecorder: Sendable {
  private struct State {
    var replies: [RequestID: (reply: RecordedReply, start: MonotonicTime)] = [:]
    /// Why the file holds less than it should.
    var trouble: String?
  }

  private let path: String
  private let descriptor: Int32
  private let state = Mutex(State())

  /// Opens the file, to add to what it has; only its owner may read it.
  init(path: String) throws(UsageProblem) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw UsageProblem("cannot write \(path): \(String(cString: strerror(errno)))")
    }
  }

  deinit { close(descriptor) }

  /// Why something is missing from the file; `nil` while nothing is.
  var trouble: String? { state.withLock { $0.trouble } }

  /// Has a request recorded, from now on.
  func begin(_ request: inout ChatRequest) {
    request.isRecorded = true
    let prompt = request.messages.last { $0.role == .user }?.content ?? ""
    let reply = RecordedReply(
      preset: request.preset,
      prompt: prompt,
      asked: .now(),
      log: WireLog(attempt: 1)
    )
    let id = request.id
    state.withLock { $0.replies[id] = (reply, .now()) }
  }

  /// Adds a reply that has ended.
  func add(_ reply: RecordedReply) { write(reply.lines) }

  func take(_ events: [StreamEvent]) {
    for event in events {
      let ended = state.withLock { state -> RecordedReply? in
        guard var known = state.replies.removeValue(forKey: event.request) else { return nil }
        known.reply.take(event, from: known.start)
        guard known.reply.ending == nil else { return known.reply }
        state.replies[event.request] = known
        return nil
      }
      if let ended { write(ended.lines) }
    }
  }

  /// Writes what is there of replies that did not end, since the command leaves them.
  func finish() {
    let left = state.withLock { state in
      defer { state.replies = [:] }
      return state.replies.sorted { $0.value.start < $1.value.start }.map(\.value.reply)
    }
    for reply in left { write(reply.lines) }
  }

  private func write(_ lines: String) {
    var rest = Array(lines.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let problem = "cannot write \(path): \(String(cString: strerror(errno)))"
        return state.withLock { $0.trouble = problem }
      }
      rest = rest.dropFirst(count)
    }
  }
}

extension RecordedReply {
  fileprivate mutating func take(_ event: StreamEvent, from start: MonotonicTime) {
    let time = event.time.counted(from: start)
    switch event.kind {
    case .wire(let next): log.append(next.counted(from: start))
    case .phase(.sent): sent = time
    case .connection(let timing): connection = timing
    case .ended(let ending):
      self.ending = ending
      ended = time
    default: break
    }
  }
}
