import Workbench

/// What came of reading the terminal.
package enum ReadResult: Sendable, Hashable {
  /// In order; empty when only answers of the terminal came.
  case input([TerminalInput])
  /// The terminal is gone: quit, and keep what is worth keeping.
  case closed
}
