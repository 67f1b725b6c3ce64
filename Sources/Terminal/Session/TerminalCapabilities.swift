/// What is known about the terminal; it answers some questions only after the first paint.
package struct TerminalCapabilities: Sendable, Hashable {
  /// The background of the terminal.
  package enum Background: Sendable, Hashable {
    case dark
    case light
  }

  package var colors: ColorAbility
  /// The screen shows UTF-8; otherwise frames are drawn in ASCII.
  package var isUnicode: Bool
  /// Synchronised output (DEC mode 2026) is understood.
  package var hasSynchronizedOutput = false
  /// Keys arrive in kitty's form, so Shift-Enter and its like are told apart.
  package var hasKittyKeyboard = false
  /// Links are understood (OSC 8).
  package var hasHyperlinks = false
  /// `nil` until the terminal has said, for ever where it does not know the question.
  package var background: Background?

  init(colors: ColorAbility, isUnicode: Bool) {
    self.colors = colors
    self.isUnicode = isUnicode
  }

  mutating func learn(_ reply: TerminalReply) {
    switch reply {
    // 1 and 2: known, and may be changed (DECRPM).
    case .mode(number: 2026, let setting): hasSynchronizedOutput = setting == 1 || setting == 2
    case .keyboardFlags(let flags): hasKittyKeyboard = flags & 1 != 0
    case .background(let red, let green, let blue):
      // ITU-R BT.601 luma.
      let luma = (299 * Int(red) + 587 * Int(green) + 114 * Int(blue)) / 1_000
      background = luma < 128 ? .dark : .light
    case .name(let name):
      hasHyperlinks = hasHyperlinks || TerminalEnvironment.takesHyperlinks(named: name)
    case .mode, .deviceAttributes, .cursor, .other: break
    }
  }
}
