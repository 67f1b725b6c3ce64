import Workbench

extension Theme {
  /// The theme of the user's own palette, compiled in so that weir starts without reading a theme file.
  ///
  /// `themes/terminal.toml` says the same; a test keeps the two equal. No background is painted, and
  /// quiet things are dim rather than grey: some palettes make "bright black" the background.
  package static var terminal: Theme {
    Theme(
      name: "terminal",
      styles: terminalStyles.merging(richTextStyles) { $1 }.merging(syntaxStyles) { $1 }
    )
  }

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
      .matchCurrent: Style(foreground: yellow, attributes: [.bold, .underline, .reverse]),
      .differenceChanged: Style(foreground: yellow, attributes: .underline),
      .differenceOnly: Style(foreground: .palette(2), attributes: [.bold, .underline]),
      .control: Style(foreground: .palette(5)),
      .spark: Style(foreground: accent),
    ]
  }

  private static var richTextStyles: [Role: Style] {
    let accent = Color.palette(6)
    return [
      .codeInline: Style(foreground: accent),
      .codeLabel: Style(attributes: [.dim, .italic]),
      .heading: Style(foreground: accent, attributes: .bold),
      .link: Style(foreground: accent, attributes: .underline),
      .quote: Style(attributes: .italic),
      .maths: Style(foreground: .palette(3)),
      .tableHeader: Style(attributes: .bold),
      .footnote: Style(attributes: .dim),
      .html: Style(attributes: .dim),
      .scrollbar: Style(attributes: .dim),
    ]
  }

  private static var syntaxStyles: [Role: Style] {
    let accent = Color.palette(6)
    let green = Color.palette(2)
    let yellow = Color.palette(3)
    let magenta = Color.palette(5)
    return [
      .syntaxComment: Style(attributes: [.dim, .italic]),
      .syntaxKeyword: Style(foreground: accent, attributes: .bold),
      .syntaxType: Style(foreground: accent),
      .syntaxString: Style(foreground: green),
      .syntaxEscape: Style(foreground: green, attributes: .bold),
      .syntaxNumber: Style(foreground: yellow),
      .syntaxFunction: Style(attributes: .bold),
      .syntaxConstant: Style(foreground: yellow, attributes: .bold),
      .syntaxPreprocessor: Style(foreground: magenta),
      .syntaxAttribute: Style(foreground: magenta),
      .syntaxSymbol: Style(),
      .syntaxVariable: Style(),
    ]
  }
}
