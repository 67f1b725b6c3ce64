import Glibc
import Testing
import Workbench

@testable import Settings

@Suite struct ThemeLibraryTests {
  private let library = ThemeLibrary(directories: [Repository.root + "/themes"])

  private func document(_ name: String) throws -> TOMLDocument {
    let path = Repository.root + "/themes/\(name).toml"
    return TOMLDocument(file: path, text: try File.read(path))
  }

  @Test func listsTheTerminalsOwnFirst() {
    #expect(library.names == ["terminal", "dark", "high-contrast", "light", "mono"])
  }

  @Test func theCompiledInThemeIsTheFile() throws {
    let (theme, problems) = ThemeReader.read(try document("terminal"), name: "terminal")
    #expect(theme == .terminal)
    #expect(problems == [])
  }

  @Test(arguments: ["terminal", "dark", "light", "high-contrast", "mono"])
  func namesEveryRole(_ name: String) throws {
    let styles = try document(name).members.first { $0.name == "styles" }?.value
    guard case .table(let members)? = styles else {
      Issue.record("no [styles]")
      return
    }
    #expect(members.map(\.name) == Role.allCases.map(\.name))
    #expect(library.read(name).1 == [])
  }

  @Test(arguments: ["terminal", "mono"])
  func paintsNoBackground(_ name: String) throws {
    let theme = try library.load(name)
    #expect(Role.allCases.allSatisfy { theme[$0].background == .terminalDefault })
  }

  /// Borders, titles and hints are drawn within an overlay and must not stand out as patches.
  @Test(arguments: ["terminal", "dark", "light", "high-contrast", "mono"])
  func anOverlayLiesOnTheBackgroundOfText(_ name: String) throws {
    let theme = try library.load(name)
    #expect(theme[.overlay].background == theme[.text].background)
  }

  @Test func aMissingRoleLooksLikeText() {
    let text = """
      [palette]
      ink = 250
      [styles]
      text = { fg = "ink", bg = "#102030", bold = true }
      error = { fg = "bright_red", underline = true }
      """
    let (theme, problems) = ThemeReader.read(TOMLDocument(file: "a.toml", text: text), name: "a")
    let night = Color.rgb(red: 16, green: 32, blue: 48)
    #expect(problems == [])
    #expect(theme[.text] == Style(foreground: .palette(250), background: night, attributes: .bold))
    #expect(theme[.muted] == Style(foreground: .palette(250), background: night))
    #expect(
      theme[.error] == Style(foreground: .palette(9), background: night, attributes: .underline)
    )
  }

  /// A file that was written before there was rich text.
  @Test func rolesOfRichTextThatAreMissingAreDerived() {
    let text = """
      [styles]
      code = { fg = 250, bg = 236 }
      accent = { fg = "cyan" }
      muted = { dim = true }
      """
    let (theme, problems) = ThemeReader.read(TOMLDocument(file: "a.toml", text: text), name: "a")
    let code = Style(foreground: .palette(250), background: .palette(236))
    #expect(problems == [])
    #expect(theme[.link] == Style(foreground: .palette(6), attributes: .underline))
    #expect(theme[.heading] == Style(attributes: .bold))
    #expect(theme[.quote] == Style(attributes: .dim))
    #expect(theme[.codeInline] == code)
    #expect(theme[.syntaxString] == code)
    var comment = code
    comment.attributes = .italic
    #expect(theme[.syntaxComment] == comment)
  }

  @Test func colouredCodeStandsOnTheGroundOfCode() {
    let text = """
      [styles]
      syntax_string = { fg = "green" }
      code_label = { italic = true }
      code = { fg = 250, bg = 236 }
      """
    let (theme, _) = ThemeReader.read(TOMLDocument(file: "a.toml", text: text), name: "a")
    #expect(
      theme[.syntaxString] == Style(foreground: .palette(2), background: .palette(236))
    )
    #expect(
      theme[.codeLabel]
        == Style(foreground: .palette(250), background: .palette(236), attributes: .italic)
    )
  }

  @Test func reportsEveryMistakeOfAFile() {
    let text = """
      style = 1
      [palette]
      ink = "#12345"
      [styles]
      eror = { fg = "red" }
      error = { fg = "rde", bold = 1, blink = true }
      text = "red"
      muted = { fg = 256 }
      """
    let (_, problems) = ThemeReader.read(TOMLDocument(file: "/t/a.toml", text: text), name: "a")
    let colours = "a name of [palette], red … bright_white, 0 to 255, \"#rrggbb\" or \"default\""
    #expect(
      problems.map(\.description) == [
        "a.toml:1: style: unknown key; did you mean \"styles\"?",
        "a.toml:3: palette.ink: found \"#12345\", expected \(colours)",
        "a.toml:5: styles.eror: unknown key; did you mean \"error\"?",
        "a.toml:6: styles.error.fg: found \"rde\", expected \(colours)",
        "a.toml:6: styles.error.bold: found 1, expected true or false",
        "a.toml:6: styles.error.blink: unknown key",
        "a.toml:7: styles.text: found \"red\", expected a table",
        "a.toml:8: styles.muted.fg: found 256, expected \(colours)",
      ]
    )
  }

  @Test func anUnknownNameIsAProblemWithTheNearest() {
    #expect(throws: ConfigProblem.self) { try library.load("../themes/dark") }
    #expect(
      library.read("drak").1.map(\.description) == [
        "themes: no theme is named \"drak\"; did you mean \"dark\"?"
      ]
    )
  }
}
