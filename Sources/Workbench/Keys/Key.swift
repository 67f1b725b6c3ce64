/// One key press as the user thinks of it, whatever bytes the terminal sent for it.
///
/// A printable character carries no shift: the character says it (`G`). Control with a letter is the
/// lower-case letter with `.control` (`^x` and `^X` are one key); ^I, ^M and ^[ arrive as `.tab`, `.enter`
/// and `.escape`, ^J as `.character("j")` with `.control`, and both 0x08 and 0x7F as `.backspace`.
package struct Key: Sendable, Hashable {
  /// The key without its modifiers.
  package enum Code: Sendable, Hashable {
    case character(Character)
    case enter
    case tab
    case escape
    case backspace
    case delete
    case insert
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    /// F1 to F24.
    case function(Int)
  }

  /// Modifiers held.
  package struct Modifiers: OptionSet, Sendable, Hashable {
    package var rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
  }

  package var code: Code
  package var modifiers: Modifiers

  package init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }
}
