import CNcurses
import CTerminalGuard
import Glibc

/// Keeps what libraries print to standard error off the screen, and shows it when the screen is gone.
///
/// A class since it owns descriptors. Does nothing where standard error is no terminal.
@MainActor final class StandardErrorDetour {
  private let log: Int32
  private let original: Int32

  /// `nil` where nothing printed to standard error would reach the screen.
  init?(log: Int32?) {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    let log = log ?? weir_memory_file("weir-stderr")
    let original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard log >= 0, original >= 0 else { return nil }
    (self.log, self.original) = (log, original)
  }

  func begin() {
    weir_guard_show_log(log, lseek(log, 0, SEEK_END), original)
    dup2(log, STDERR_FILENO)
  }

  func end() {
    dup2(original, STDERR_FILENO)
    weir_guard_show_now()
  }
}
