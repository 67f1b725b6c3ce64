import CTerminalGuard
import Glibc

/// Gives the terminal back when weir ends without doing so itself.
@MainActor package enum TerminalGuard {
  /// Starts the child process that survives even a kill -9.
  ///
  /// First thing in `main`, where the screen will be opened: it forks, so there must be no thread yet, and
  /// the child keeps what memory there is. A failure costs only that protection.
  package static func start() {
    if isatty(STDOUT_FILENO) == 1 { weir_guard_start(STDOUT_FILENO) }
  }

  /// Handlers for crashes of every kind, in place of the interactive prompt of Swift's runtime.
  static func installCrashHandlers() { weir_crash_handlers_install() }

  static func arm(device: TerminalDevice, restoring text: String) {
    var modes = device.savedModes
    weir_guard_arm(device.descriptor, &modes, text, text.utf8.count)
  }

  static func disarm() { weir_guard_disarm() }
}
