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
  }

  private let state = Mutex(State())

  func post(_ command: Command) {
    state.withLock { state in
      state.commands.append(command)
      if let handle = state.handle { _ = curl_multi_wakeup(handle.multi) }
    }
  }

  func takeAll() -> [Command] {
    state.withLock { state in
      defer { state.commands = [] }
      return state.commands
    }
  }

  /// - Parameter multi: The handle to wake; `nil` before it is freed.
  func connect(to multi: UnsafeMutableRawPointer?) {
    let handle = multi.map(WakeHandle.init)
    state.withLock { $0.handle = handle }
  }
}
