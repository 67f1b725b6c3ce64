/// The style of every role, under a name.
package struct Theme: Sendable, Hashable {
  package var name: String
  private var styles: [Style]
  private var lights: [Lights]

  /// How bright a style's two colours are, where that is known; worked out once, since every line asks.
  private struct Lights: Hashable {
    var foreground: Double?
    var background: Double?
  }

  /// WCAG 2.2, 1.4.3: the least contrast of text to be read.
  package static let leastContrast = 4.5

  /// A role that is missing is drawn as its `fallback` says, else in the colours of `text`.
  package init(name: String, styles: [Role: Style]) {
    self.name = name
    self.styles = Role.allCases.map { Self.style(of: $0, in: styles) }
    lights = self.styles.map {
      Lights(foreground: $0.foreground.luminance, background: $0.background.luminance)
    }
  }

  package subscript(role: Role) -> Style { styles[role.rawValue] }

  /// The style of a role where it stands on another's background: a keyword on a selection.
  ///
  /// The role's colour gives way to the ground's own where it could not be read there (below 4.5:1),
  /// and where the ground is reversed, so that a selection is one patch.
  package func style(_ role: Role, on ground: Role) -> Style {
    var style = self[ground]
    style.attributes.formUnion(self[role].attributes)
    guard !self[ground].attributes.contains(.reverse) else { return style }
    if isLegible(role, on: ground) { style.foreground = self[role].foreground }
    return style
  }

  private func isLegible(_ role: Role, on ground: Role) -> Bool {
    guard let text = lights[role.rawValue].foreground, let back = lights[ground.rawValue].background
    else {
      let (text, back) = (self[role].foreground, self[ground].background)
      return text == .terminalDefault || text != back
    }
    return Color.contrast(text, back) >= Self.leastContrast
  }

  private static func style(of role: Role, in styles: [Role: Style]) -> Style {
    if let style = styles[role] { return style }
    guard let fallback = role.fallback else {
      var text = styles[.text] ?? Style()
      text.attributes = []
      return text
    }
    var style = style(of: fallback.role, in: styles)
    style.attributes.formUnion(fallback.attributes)
    return style
  }
}
