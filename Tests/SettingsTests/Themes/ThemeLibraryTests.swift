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

  @Test("is legible", arguments: [("dark", 4.5), ("light", 4.5), ("high-contrast", 7)])
  func isLegible(_ name: String, least: Double) throws {
    let theme = try library.load(name)
    let faint = Role.allCases.filter { role in
      role != .border && contrast(of: theme[role]) < least
    }
    #expect(faint == [])
    #expect(contrast(of: theme[.border]) > 1.4)
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

  /// WCAG 2.2, "contrast ratio".
  private func contrast(of style: Style) -> Double {
    let lights = [style.foreground, style.background].map(luminance).sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private func luminance(of color: Color) -> Double {
    guard case .rgb(let red, let green, let blue) = color else { return 0 }
    let parts = [red, green, blue].map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
