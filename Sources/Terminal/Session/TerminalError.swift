import FoundationEssentials
import Glibc

/// Why the screen cannot be opened.
package enum TerminalError: Error, Sendable, Hashable {
  /// Standard output is no terminal, or there is none to read from.
  case noTerminal
  /// The terminal cannot place the cursor (`TERM=dumb`, or unset).
  case dumb(term: String)
  /// terminfo knows neither this terminal nor a common one.
  case noEntry(term: String)
  /// A call of the system failed, with its errno.
  case system(String, Int32)
}

extension TerminalError: LocalizedError {
  package var errorDescription: String? {
    switch self {
    case .noTerminal:
      "terminal: there is no terminal to draw on; use weir ask, or weir --plain."
    case .dumb(let term):
      "terminal: TERM is \"\(term)\", which cannot place the cursor; use weir --plain."
    case .noEntry(let term):
      "terminal: terminfo knows neither \"\(term)\" nor xterm; install ncurses-base, or use weir --plain."
    case .system(let call, let number):
      "terminal: \(call) failed: \(String(cString: strerror(number)))."
    }
  }
}
