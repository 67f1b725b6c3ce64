import Typeset

/// Commands to the terminal that carry a text (OSC), whatever the text holds.
struct OperatingSystemCommand {
  /// The terminal shows UTF-8; otherwise the text is brought down to ASCII.
  let isUnicode: Bool

  /// Names the window (OSC 2).
  func title(_ text: String) -> String { "\u{1B}]2;\(sanitized(text))\u{1B}\\" }

  /// A notification of the desktop (OSC 9).
  ///
  /// tmux knows no OSC 9. It hands it on in an envelope, where `allow-passthrough` is on, and else drops both.
  func notification(_ text: String, isInTmux: Bool) -> String {
    let command = "]9;\(sanitized(text))\u{7}"
    return isInTmux ? "\u{1B}Ptmux;\u{1B}\u{1B}\(command)\u{1B}\\" : "\u{1B}\(command)"
  }

  /// One short line without anything that a terminal could take for an order.
  private func sanitized(_ text: String) -> String {
    let visible = Sanitizer.visible(String(text.unicodeScalars.prefix(Self.limit)))
    let scalars = visible.unicodeScalars.map { scalar in
      if scalar == "\n" || scalar == "\t" { return " " as Unicode.Scalar }
      let value = isUnicode ? scalar.value : AsciiFallback.scalar(for: scalar.value)
      return Unicode.Scalar(value) ?? " "
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static var limit: Int { 160 }
}
