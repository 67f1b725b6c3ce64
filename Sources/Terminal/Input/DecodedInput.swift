import Workbench

/// What a stretch of terminal bytes meant.
package enum DecodedInput: Sendable, Hashable {
  case input(TerminalInput)
  /// The terminal's answer to a question; it may come late and is never typed.
  case reply(TerminalReply)
}

/// An answer of the terminal to one of our questions, or to one that somebody else left open.
package enum TerminalReply: Sendable, Hashable {
  /// Primary device attributes; we ask for them last, so all other answers are in.
  case deviceAttributes
  /// DECRPM: 1 set, 2 reset, 3 always set, 4 always reset, 0 unknown.
  case mode(number: Int, setting: Int)
  /// The kitty keyboard flags that are on.
  case keyboardFlags(Int)
  /// The background colour, 8 bits a channel.
  case background(red: UInt8, green: UInt8, blue: UInt8)
  case cursor(row: Int, column: Int)
  /// The terminal's name and version (XTVERSION).
  case name(String)
  /// Any other report.
  case other
}
