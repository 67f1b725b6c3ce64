import ArgumentParser
import Conversation
import Settings

/// `weir themes`: what the screen can be drawn with.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes and their files.",
    discussion: "The theme of the configuration is marked with a star."
  )

  @Flag(help: "Print one JSON array.")
  var json = false

  func run() throws {
    let settings = LoadedSettings()
    settings.reportProblems()
    let library = ThemeLibrary(directories: settings.paths.themesDirectories)
    let chosen = settings.configuration.theme ?? "terminal"
    if json {
      let themes = library.names.map { name -> JSONValue in
        [
          "name": .string(name), "file": library.path(of: name).map(JSONValue.string) ?? .null,
          "chosen": .bool(name == chosen),
        ]
      }
      try StandardOutput.say(JSONValue.array(themes).printableText)
    } else {
      let rows = library.names.map { name in
        [(name == chosen ? "* " : "  ") + name, library.path(of: name) ?? "built in"]
      }
      try StandardOutput.say(TextTable(rows: rows).text)
    }
  }
}
