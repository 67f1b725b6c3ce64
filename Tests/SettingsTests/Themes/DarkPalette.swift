import Testing
import Workbench

@testable import Settings

/// The background and the first eight colours of a terminal's dark default.
struct DarkPalette: CustomTestStringConvertible {
  let name: String
  let background: String
  let colors: [String]

  var testDescription: String { name }

  func contrast(of index: UInt8) -> Double {
    let lights = [colors[Int(index)], background].map { Color(themeNotation: $0)?.luminance ?? 0 }
    return Color.contrast(lights[0], lights[1])
  }

  static let common = [
    DarkPalette(
      name: "xterm",
      background: "#000000",
      colors: [
        "#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5",
      ]
    ),
    DarkPalette(
      name: "GNOME Terminal",
      background: "#1e1e1e",
      colors: [
        "#171421", "#c01c28", "#26a269", "#a2734c", "#12488b", "#a347ba", "#2aa1b3", "#d0cfcc",
      ]
    ),
    DarkPalette(
      name: "Tango on black",
      background: "#000000",
      colors: [
        "#2e3436", "#cc0000", "#4e9a06", "#c4a000", "#3465a4", "#75507b", "#06989a", "#d3d7cf",
      ]
    ),
    DarkPalette(
      name: "Linux console",
      background: "#000000",
      colors: [
        "#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa",
      ]
    ),
    DarkPalette(
      name: "Solarized Dark",
      background: "#002b36",
      colors: [
        "#073642", "#dc322f", "#859900", "#b58900", "#268bd2", "#d33682", "#2aa198", "#eee8d5",
      ]
    ),
  ]
}
