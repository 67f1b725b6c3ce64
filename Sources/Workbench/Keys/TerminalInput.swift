/// What a person does at the terminal, decoded.
package enum TerminalInput: Sendable, Hashable {
  case key(Key)
  /// A bracketed paste, whole; may hold anything, is never a command and never sends.
  case paste(String)
  case mouse(MouseEvent)
  /// The terminal window gained or lost the focus.
  case focus(Bool)
}

/// A mouse report (SGR form); row and column count from 0 at the top left.
package struct MouseEvent: Sendable, Hashable {
  /// What happened.
  package enum Kind: Sendable, Hashable {
    case press
    case release
    case drag
    /// Lines, negative upwards; the wheel turns of one read are merged.
    case wheel(Int)
  }

  package var kind: Kind
  package var row: Int
  package var column: Int

  package init(kind: Kind, row: Int, column: Int) {
    self.kind = kind
    self.row = row
    self.column = column
  }
}
