import Workbench

extension Color {
  /// The names of the terminal's 16 colours, in their order.
  static let paletteNames =
    ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    + [
      "bright_black", "bright_red", "bright_green", "bright_yellow", "bright_blue",
      "bright_magenta", "bright_cyan", "bright_white",
    ]

  /// Reads `default`, `red` … `bright_white` or `#rrggbb`.
  init?(themeNotation text: String) {
    if text == "default" {
      self = .terminalDefault
    } else if let index = Self.paletteNames.firstIndex(of: text) {
      self = .palette(UInt8(index))
    } else {
      let digits = text.utf8.dropFirst()
      guard text.hasPrefix("#"), digits.count == 6,
        digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let number = UInt32(text.dropFirst(), radix: 16)
      else { return nil }
      let parts = [number >> 16, number >> 8 & 0xFF, number & 0xFF].map { UInt8($0) }
      self = .rgb(red: parts[0], green: parts[1], blue: parts[2])
    }
  }
}
