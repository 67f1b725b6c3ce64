import Panes
import Workbench

/// What a terminal shows at one moment.
package struct VirtualScreen: Sendable, Equatable {
  package let size: ScreenSize
  /// The text of each row, without the blanks at its end.
  package let rows: [String]
  /// Where the cursor stands; `nil` while it is hidden.
  package let cursor: Frame.Position?
  /// The modes that are on.
  package let modes: TerminalModes

  /// All rows, one below the other.
  package var text: String { rows.joined(separator: "\n") }

  package func contains(_ part: String) -> Bool { text.contains(part) }
}
