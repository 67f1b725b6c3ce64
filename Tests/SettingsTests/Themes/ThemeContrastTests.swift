import Testing
import Workbench

@testable import Settings

@Suite struct ThemeContrastTests {
  private let library = ThemeLibrary(directories: [Repository.root + "/themes"])

  @Test(arguments: [("dark", 4.5), ("light", 4.5), ("high-contrast", 7)])
  func everyTextCanBeReadOnEveryGround(_ name: String, least: Double) throws {
    #expect(ThemeContrast.faults(of: try library.load(name), least: least) == [])
  }

  /// A border is no text, but must be seen; where one reads in a long text, more so.
  @Test(arguments: ["dark", "light", "high-contrast"])
  func bordersAndTheScrollbarAreSeen(_ name: String) throws {
    let theme = try library.load(name)
    #expect(try #require(ThemeContrast.of(.border, on: .text, in: theme)) > 1.4)
    #expect(try #require(ThemeContrast.of(.scrollbar, on: .text, in: theme)) > 3)
  }

  @Test(arguments: [
    ("dark", [Role.code, .selection]), ("light", [.code, .selection]), ("high-contrast", [.code]),
  ])
  func codeKeepsItsColours(_ name: String, on grounds: [Role]) throws {
    let theme = try library.load(name)
    let lost = Role.allCases.filter { role in
      role.name.hasPrefix("syntax_")
        && grounds.contains { theme.style(role, on: $0).foreground != theme[role].foreground }
    }
    #expect(lost == [])
  }

  @Test func aFaintTextIsFound() {
    let theme = read(
      """
      [styles]
      text = { fg = "#ffffff", bg = "#000000" }
      quote = { fg = "#666666" }
      code = { bg = "#303030" }
      syntax_comment = { fg = "#808080" }
      status_bar = { fg = "#ffff00", bg = "#ffffff" }
      """
    )
    #expect(
      ThemeContrast.faults(of: theme, least: 4.5) == [
        "status_bar on status_bar: 1.07", "quote on text: 3.66", "syntax_comment on code: 3.34",
      ]
    )
  }

  @Test func aColourThatCannotBeReadOnAGroundGivesWayToTheGroundsOwn() {
    let theme = read(
      """
      [styles]
      text = { fg = "#ffffff", bg = "#000000" }
      selection = { fg = "#000000", bg = "#ffe900", bold = true }
      syntax_string = { fg = "#6dff7c", italic = true }
      syntax_keyword = { fg = "#5a0000" }
      """
    )
    let yellow = Color.rgb(red: 255, green: 233, blue: 0)
    #expect(
      theme.style(.syntaxString, on: .selection)
        == Style(
          foreground: .rgb(red: 0, green: 0, blue: 0),
          background: yellow,
          attributes: [.bold, .italic]
        )
    )
    #expect(
      theme.style(.syntaxKeyword, on: .selection)
        == Style(
          foreground: .rgb(red: 90, green: 0, blue: 0),
          background: yellow,
          attributes: .bold
        )
    )
  }

  @Test func aReversedGroundStaysOnePatch() {
    #expect(
      Theme.terminal.style(.syntaxKeyword, on: .selection)
        == Style(attributes: [.bold, .reverse])
    )
    #expect(Theme.terminal.style(.syntaxKeyword, on: .code) == Theme.terminal[.syntaxKeyword])
    #expect(Theme.terminal.style(.syntaxSymbol, on: .codeInline).foreground == .terminalDefault)
  }

  /// Running text is the terminal's own colour; the other hues reach 3:1 where the background is dark.
  @Test(arguments: DarkPalette.common)
  func thePaletteThemeIsSeenOnADarkTerminal(_ palette: DarkPalette) {
    let faint = Role.allCases.filter { role in
      guard case .palette(let index) = Theme.terminal[role].foreground else { return false }
      return palette.contrast(of: index) < (index == 1 ? 2.7 : 3)
    }
    #expect(faint == [])
    #expect(palette.contrast(of: 4) < 4.5, "blue is not used since it is faint somewhere")
  }

  @Test(arguments: [
    Role.text, .user, .assistant, .quote, .code, .tableHeader, .overlay, .syntaxVariable,
    .syntaxSymbol, .syntaxFunction,
  ])
  func runningTextOfThePaletteThemeIsTheTerminalsOwn(_ role: Role) {
    let hue: Color = role == .user ? .palette(6) : .terminalDefault
    #expect(Theme.terminal[role].foreground == hue)
  }

  @Test func thePaletteThemeUsesNoColourThatIsABackgroundSomewhere() {
    let used = Set(Role.allCases.map { Theme.terminal[$0].foreground })
    #expect(used == Set([.terminalDefault] + [1, 2, 3, 5, 6].map { Color.palette($0) }))
  }

  private func read(_ text: String) -> Theme {
    ThemeReader.read(TOMLDocument(file: "a.toml", text: text), name: "a").0
  }
}
