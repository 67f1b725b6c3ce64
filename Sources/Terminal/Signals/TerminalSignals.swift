import CTerminalGuard
import Glibc

/// What another process, or the terminal, asks of weir by a signal.
package enum TerminalSignal: Sendable, Hashable {
  /// The window has another size: `TerminalSession.resize()`.
  case resized
  /// Quit in good order.
  case terminate
  case hangUp
  case interrupt
  case quit
  /// `TerminalSession.suspend()`.
  case suspend
  /// Continued after a stop: `TerminalSession.resumed()`.
  case resumed

  init?(number: Int32) {
    switch number {
    case SIGWINCH: self = .resized
    case SIGTERM: self = .terminate
    case SIGHUP: self = .hangUp
    case SIGINT: self = .interrupt
    case SIGQUIT: self = .quit
    case SIGTSTP: self = .suspend
    case SIGCONT: self = .resumed
    default: return nil
    }
  }
}

/// Signals as input of the main loop: poll `descriptor`, then `drain()`.
///
/// Make one, before `TerminalSession`: ncurses leaves handlers alone that are there before it.
@MainActor package struct TerminalSignals {
  package let descriptor: Int32

  /// Takes the signals over for the whole process; SIGPIPE is ignored from here on.
  package init() throws(TerminalError) {
    descriptor = weir_signals_open()
    if descriptor < 0 { throw .system("sigaction", errno) }
  }

  /// What came since the last call, in order; the same signal twice in a row counts once.
  package func drain() -> [TerminalSignal] {
    var signals: [TerminalSignal] = []
    var byte: UInt8 = 0
    while true {
      let count = read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return signals }
      guard let signal = TerminalSignal(number: Int32(byte)), signal != signals.last else {
        continue
      }
      signals.append(signal)
    }
  }
}
