import Dispatch
import Glibc
import Synchronization

/// A signal that asks the program to end.
enum StopSignal: Sendable, CaseIterable {
  case interrupt
  case terminate
  case hangUp

  var number: Int32 {
    switch self {
    case .interrupt: SIGINT
    case .terminate: SIGTERM
    case .hangUp: SIGHUP
    }
  }

  /// What a shell makes of it: 128 and its number.
  var status: ExitStatus {
    switch self {
    case .interrupt: .cancelled
    case .terminate: .terminated
    case .hangUp: .hungUp
    }
  }
}

/// A descriptor that becomes readable on some signals, which do nothing else from then on.
///
/// A SIGHUP that was ignored already, as nohup does, stays so. A class because it owns the sources and the descriptor.
final class StopSignals {
  /// What the signals are to the program.
  enum Use {
    /// They end it in good order; a second one ends it at once, wherever it may hang.
    case ending
    /// SIGINT is a key like another, and the other signals are left as they are.
    case interrupting

    fileprivate var signals: [StopSignal] { self == .ending ? StopSignal.allCases : [.interrupt] }
  }

  /// The last one; a class because the sources' queue writes it.
  private final class Last: Sendable {
    let signal = Mutex<StopSignal?>(nil)
  }

  private let wake: WakeDescriptor
  private let last: Last
  private let sources: [any DispatchSourceSignal]

  init(_ use: Use) {
    let wake = WakeDescriptor()
    self.wake = wake
    let last = Last()
    self.last = last
    // A serial queue of its own: global and concurrent ones make libdispatch wake up once a second
    // for as long as the program runs (tried).
    let queue = DispatchQueue(label: "weir.stop")
    sources = use.signals.filter { Self.ignore($0) || $0 != .hangUp }.map { signal in
      let source = DispatchSource.makeSignalSource(signal: signal.number, queue: queue)
      source.setEventHandler {
        let isSecond = last.signal.withLock { last in
          defer { last = signal }
          return last != nil
        }
        if isSecond, use == .ending { _exit(signal.status.rawValue) }
        wake.wake()
      }
      source.resume()
      return source
    }
  }

  deinit { for source in sources { source.cancel() } }

  var descriptor: Int32 { wake.descriptor }

  /// Takes the last one that came.
  func take() -> StopSignal? {
    wake.clear()
    return last.signal.withLock { $0 }
  }

  /// - Returns: Whether it was not ignored before.
  private static func ignore(_ stop: StopSignal) -> Bool {
    let before = signal(stop.number, SIG_IGN)
    return unsafeBitCast(before, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
