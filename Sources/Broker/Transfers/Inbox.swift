import CCurl
import Conversation
import Synchronization

/// What the worker is told, from any thread.
final class Inbox: Sendable {
  /// One thing to do.
  enum Command: Sendable {
    case start(JobOrder)
    case cancel(RequestID)
    case prepared(RequestID, Result<HTTPRequest, ReplyError>)
    case suspended(MonotonicTime)
    case resumed(MonotonicTime)
    case shutDown
  }

  /// A pointer that may be used from any thread for one thing, curl_multi_wakeup(3); the inbox's lock
  /// guards that the handle is still there.
  private struct WakeHandle: @unchecked Sendable {
    let multi: UnsafeMutableRawPointer
  }

  private struct State {
    var commands: [Command] = []
    var handle: WakeHandle?
    var isClosed = false
  }

  private let state = Mutex(State())

  /// - Returns: Whether the worker will see the command; `false` when it has ended.
  @discardableResult
  func post(_ command: Command) -> Bool {
    state.withLock { state in
      guard !state.isClosed else { return false }
      state.commands.append(command)
      if let handle = state.handle { _ = curl_multi_wakeup(handle.multi) }
      return true
    }
  }

  func takeAll() -> [Command] {
    state.withLock { state in
      defer { state.commands = [] }
      return state.commands
    }
  }

  /// From now on a command wakes this handle.
  func connect(to multi: UnsafeMutableRawPointer) {
    let handle = WakeHandle(multi: multi)
    state.withLock { $0.handle = handle }
  }

  /// Takes no more commands; to be called before the handle is freed.
  ///
  /// - Returns: The commands that were not seen.
  func close() -> [Command] {
    state.withLock { state in
      state.isClosed = true
      state.handle = nil
      defer { state.commands = [] }
      return state.commands
    }
  }
}
