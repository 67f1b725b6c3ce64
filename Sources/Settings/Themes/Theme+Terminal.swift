import Workbench

extension Theme {
  /// The theme of the user's own palette, compiled in so that weir starts without reading a theme file.
  ///
  /// `themes/terminal.toml` says the same; a test keeps the two equal. No background is painted, and
  /// quiet things are dim rather than grey: some palettes make "bright black" the background.
  package static var terminal: Theme { Theme(name: "terminal", styles: terminalStyles) }

  private static var terminalStyles: [Role: Style] {
    let accent = Color.palette(6)
    let yellow = Color.palette(3)
    return [
      .muted: Style(attributes: .dim),
      .border: Style(attributes: .dim),
      .borderFocused: Style(foreground: accent),
      .titleFocused: Style(foreground: accent, attributes: .bold),
      .hintKey: Style(foreground: accent),
      .hintText: Style(attributes: .dim),
      .user: Style(foreground: accent, attributes: .bold),
      .assistant: Style(attributes: .bold),
      .reasoning: Style(attributes: [.dim, .italic]),
      .error: Style(foreground: .palette(1), attributes: .bold),
      .warning: Style(foreground: yellow),
      .success: Style(foreground: .palette(2)),
      .streaming: Style(foreground: accent),
      .accent: Style(foreground: accent),
      .selection: Style(attributes: .reverse),
      .marked: Style(foreground: yellow, attributes: .bold),
      .changed: Style(foreground: yellow, attributes: .underline),
      .match: Style(foreground: yellow, attributes: .reverse),
      .control: Style(foreground: .palette(5)),
      .spark: Style(foreground: accent),
    ]
  }
}
