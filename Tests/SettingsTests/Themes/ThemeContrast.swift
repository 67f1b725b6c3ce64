import Workbench

/// The contrast of every text of a theme on every ground that it can stand on.
enum ThemeContrast {
  /// What is drawn on a ground that is not its own.
  private static let guests: [(ground: Role, roles: [Role])] = [
    (.code, syntax + [.code, .codeLabel, .control]),
    (.selection, Role.allCases.filter { !lines.contains($0) }),
    (.match, Role.allCases.filter { !lines.contains($0) }),
    (.matchCurrent, Role.allCases.filter { !lines.contains($0) }),
    (.overlay, [.title, .titleFocused, .muted, .hintKey, .hintText, .error, .control]),
  ]

  /// What is not text.
  private static let lines: [Role] = [.border, .borderFocused, .scrollbar, .spark]

  private static let syntax: [Role] = Role.allCases.filter { $0.name.hasPrefix("syntax_") }

  /// Each text that is fainter than allowed, by name, on its own ground first.
  static func faults(of theme: Theme, least: Double) -> [String] {
    var faults: [String] = []
    for role in Role.allCases where role != .border && role != .scrollbar {
      let style = theme[role]
      let ground = Role.allCases.first { theme[$0].background == style.background } ?? role
      report(role, on: ground, style, least, &faults)
    }
    for (ground, roles) in guests {
      // `style(_:on:)` promises 4.5 whatever the theme, so a fault here is one of weir's own.
      for role in roles {
        let style = theme.style(role, on: ground)
        report(role, on: ground, style, min(least, Theme.leastContrast), &faults)
      }
    }
    return faults
  }

  static func of(_ role: Role, on ground: Role, in theme: Theme) -> Double? {
    contrast(theme[role].foreground, theme[ground].background)
  }

  private static func report(
    _ role: Role,
    on ground: Role,
    _ style: Style,
    _ least: Double,
    _ faults: inout [String]
  ) {
    let ratio = contrast(style.foreground, style.background) ?? 0
    guard ratio < least else { return }
    let text = "\(role.name) on \(ground.name): \(rounded(ratio))"
    if !faults.contains(text) { faults.append(text) }
  }

  private static func contrast(_ text: Color, _ ground: Color) -> Double? {
    guard let text = text.luminance, let ground = ground.luminance else { return nil }
    return Color.contrast(text, ground)
  }

  private static func rounded(_ ratio: Double) -> Double { (ratio * 100).rounded() / 100 }
}
