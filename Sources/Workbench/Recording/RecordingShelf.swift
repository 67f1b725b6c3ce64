import Conversation
import Recording

/// The recordings at hand: of replies that were asked for in this run, and those that were brought from the archive.
///
/// What streams stays. Of what has ended 16 MiB are held: the oldest go first, since the archive has them; off the record,
/// where it has not, their bytes go first.
package struct RecordingShelf: Sendable {
  /// What is known of a reply's recording; its times are of the same clock as the reply's own.
  package enum State: Sendable, Hashable {
    /// The reply streams.
    case live(WireLog)
    case kept(WireLog)
    /// The bytes are gone for want of room, or were never kept: their times and lengths are left.
    case dropped(WireLog)
    /// The archive may have it, see ``WorkbenchState/wantRecording(of:)``.
    case unasked
    case loading
    case none
    /// It is kept and cannot be read.
    case damaged
    /// The archive cannot be asked, for this reason.
    case failed(String)
  }

  /// The log of a reply that has ended.
  private struct Ended {
    var log: WireLog
    var saving: Saving
    var isDropped = false

    mutating func drop() {
      log.request?.body = []
      log.body = []
      isDropped = true
    }
  }

  /// Whether the archive has a log.
  package enum Saving: Sendable {
    case due
    case done
    /// It is off the record.
    case never
  }

  private let mostBytes: Int
  private var streaming: [RequestID: WireLog] = [:]
  private var ended: [RequestID: Ended] = [:]
  /// The requests of those that have ended, the oldest first.
  private var order: [RequestID] = []
  /// What the archive has said.
  private var answers: [MessageKey: State] = [:]
  /// What a file that is replayed has; it stays.
  private var held: [MessageKey: WireLog] = [:]
  /// The messages of these, the oldest answer first.
  private var answered: [MessageKey] = []

  package init(mostBytes: Int = 16 << 20) {
    self.mostBytes = mostBytes
  }

  /// What is known of the recording of a message.
  ///
  /// Whoever holds on to a live log has it copied when more arrives.
  package func state(of message: Message) -> State {
    guard let reply = message.reply else { return .none }
    if let log = streaming[reply.request] { return .live(log) }
    if let ended = ended[reply.request] {
      return ended.isDropped ? .dropped(ended.log) : .kept(ended.log)
    }
    return held[message.key].map { .kept($0) } ?? answers[message.key] ?? .unasked
  }

  /// Takes what went over the wire since the last call.
  package mutating func take(_ log: WireLog, of request: RequestID) {
    streaming[request, default: WireLog(attempt: log.attempt)].append(log)
  }

  /// Has what a file holds, which no archive has.
  mutating func hold(_ logs: [MessageKey: WireLog]) { held = logs }

  /// Notes that a stream has ended.
  package mutating func end(_ request: RequestID, saving: Saving) {
    guard let log = streaming.removeValue(forKey: request) else { return }
    ended[request] = Ended(log: log, saving: saving)
    order.append(request)
    makeRoom()
  }

  /// The log of a reply that the archive is to have and has not been given; it counts as given then.
  mutating func takeUnsaved(_ request: RequestID) -> WireLog? {
    ended[request]?.saving == .due ? take(request) : nil
  }

  /// The log of a reply that the archive is to have, whether it has one of its request or not.
  mutating func take(_ request: RequestID) -> WireLog? {
    guard let log = ended[request], log.saving != .never else { return nil }
    ended[request]?.saving = .done
    return log.log
  }

  /// Lets go of the oldest logs that the archive has, and of the bytes of those that it will never have.
  mutating func makeRoom() {
    var size = ended.values.reduce(0) { $0 + $1.log.size }
    func isFull() -> Bool { size > mostBytes }
    for request in order where isFull() {
      guard let log = ended[request] else { continue }
      switch log.saving {
      case .due: continue
      case .done: ended[request] = nil
      case .never: ended[request]?.drop()
      }
      size -= log.log.size - (ended[request]?.log.size ?? 0)
    }
    for request in order where isFull() {
      guard let log = ended[request], log.saving == .never else { continue }
      ended[request] = nil
      size -= log.log.size
    }
    order.removeAll { ended[$0] == nil }
  }
}

// What the archive is asked.
extension RecordingShelf {
  /// Notes that the archive was asked for the recording of a message.
  mutating func noteQuestion(_ key: MessageKey) { answer(.loading, to: key) }

  /// Takes what the archive has; what nobody waits for any more is let go.
  mutating func take(_ kept: KeptRecording, of key: MessageKey) {
    guard answers[key] == .loading else { return }
    switch kept {
    case .none: answer(.none, to: key)
    case .outline(let log): answer(.dropped(log), to: key)
    case .whole(let log): answer(.kept(log), to: key)
    case .damaged: answer(.damaged, to: key)
    }
  }

  /// Takes that the archive could not be asked.
  mutating func takeFailure(_ reason: String, of key: MessageKey) {
    if answers[key] == .loading { answer(.failed(reason), to: key) }
  }

  /// Forgets what the archive has said of a message.
  mutating func forgetAnswer(_ key: MessageKey) {
    answers[key] = nil
    answered.removeAll { $0 == key }
  }

  /// Forgets all that the archive has said, as when another conversation is opened.
  mutating func forgetAnswers() {
    answers = [:]
    answered = []
  }

  private mutating func answer(_ state: State, to key: MessageKey) {
    forgetAnswer(key)
    answers[key] = state
    answered.append(key)
    // The one that was just asked for stays, however long it is.
    while answered.count > 1, sizeOfAnswers > mostBytes { forgetAnswer(answered[0]) }
  }

  private var sizeOfAnswers: Int { answers.values.reduce(0) { $0 + $1.size } }
}

extension RecordingShelf.State {
  fileprivate var size: Int {
    switch self {
    case .live(let log), .kept(let log), .dropped(let log): log.size
    case .unasked, .loading, .none, .damaged, .failed: 0
    }
  }
}
