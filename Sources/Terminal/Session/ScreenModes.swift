/// The byte strings that take the terminal over and give it back.
struct ScreenModes {
  /// Sent when the screen is taken; later modes are undone before earlier ones.
  let enter: String
  /// Undoes everything that weir may ever have set, so it is safe at any moment, twice too.
  let leave: String
  /// Questions, ended by one that every terminal answers.
  let questions: String

  static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1003l\u{1B}[?1002l\u{1B}[?1000l"
  static let beginUpdate = "\u{1B}[?2026h"
  static let endUpdate = "\u{1B}[?2026l"
  /// ECMA-48 BDSM reset, "explicit": right-to-left text cannot take borders along.
  ///
  /// A terminal that does not know the mode ignores it.
  static let cellsStay = "\u{1B}[8l"
  /// The default of the terminals that know the mode (freedesktop.org, "BiDi in Terminal Emulators").
  static let cellsMayMove = "\u{1B}[8h"

  /// - Parameters:
  ///   - isPlain: For consoles that print what they do not understand.
  ///   - hasTitle: The window's title is put aside and taken back.
  init(isPlain: Bool, hasTitle: Bool) {
    let screen = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?2004h\u{1B}[?1004h"
    // ST first ends a string that was cut off. The keyboard goes before the alternate screen, which
    // has a keyboard of its own in kitty.
    let first = "\u{1B}\\\(Self.endUpdate)\u{1B}[?2004l\(Self.mouseOff)\u{1B}[?1004l"
    let keyboard = isPlain ? "" : "\(Self.cellsMayMove)\u{1B}[<u\u{1B}[>4m\u{1B}[0 q"
    let last = "\u{1B}[0m\u{1B}[?25h\u{1B}[?7h\u{1B}[?1l\u{1B}>"
    // Where there is no alternate screen, what comes next belongs below what is there.
    let end = isPlain ? "\u{1B}[999;1H\n\u{1B}[?1049l" : "\u{1B}[?1049l"
    // Emptied first: a terminal that cannot put its title aside goes back to its own.
    let title = hasTitle ? "\u{1B}]2;\u{1B}\\\u{1B}[23;0t" : ""
    leave = first + title + keyboard + last + end
    let keys = isPlain ? "" : "\u{1B}[>1u\u{1B}[>4;2m\(Self.cellsStay)"
    enter = (hasTitle ? "\u{1B}[22;0t" : "") + screen + keys
    questions =
      isPlain ? "" : "\u{1B}[?2026$p\u{1B}[?u\u{1B}]11;?\u{1B}\\\u{1B}[>q\u{1B}[c"
  }
}
