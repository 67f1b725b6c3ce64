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
    /// The left button, as all three: nothing is bound to the others.
    case press
    case release
    /// The pointer moved with the button held, possibly over several cells: only the last one counts.
    case drag
    /// Lines, negative upwards.
    case wheel(Int)
  }

  package var kind: Kind
  package var row: Int
  package var column: Int
  /// Shift rarely arrives: most terminals keep it for their own selection.
  package var modifiers: Key.Modifiers

  package init(kind: Kind, row: Int, column: Int, modifiers: Key.Modifiers = []) {
    self.kind = kind
    self.row = row
    self.column = column
    self.modifiers = modifiers
  }

  /// This event and the one that follows at once as one event: turns of the wheel add up, a drag is where it
  /// ends; `nil` where both count.
  ///
  /// A sum of no lines at all is still an event.
  package func merged(with next: MouseEvent) -> MouseEvent? {
    guard modifiers == next.modifiers else { return nil }
    switch (kind, next.kind) {
    case (.wheel(let lines), .wheel(let more)):
      return MouseEvent(
        kind: .wheel(lines + more),
        row: next.row,
        column: next.column,
        modifiers: modifiers
      )
    case (.drag, .drag): return next
    default: return nil
    }
  }
}
