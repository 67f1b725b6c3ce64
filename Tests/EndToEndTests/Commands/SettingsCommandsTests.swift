import Foundation
import Testing

/// `weir config`, `weir presets` and `weir themes` as they are typed.
@Suite(.timeLimit(.minutes(1))) final class SettingsCommandsTests {
  typealias Outcome = BuiltProgram.Outcome

  private let home = FileManager.default.temporaryDirectory.appending(
    path: "weir-\(UUID().uuidString)"
  )
  private var file: URL { home.appending(path: ".config/weir/config.toml") }
  private var program: BuiltProgram { BuiltProgram(environment: ["HOME": home.path]) }

  init() throws {
    try FileManager.default.createDirectory(
      at: home.appending(path: ".config/weir/themes"),
      withIntermediateDirectories: true
    )
  }

  deinit {
    try? FileManager.default.removeItem(at: home)
  }

  private func configure(_ text: String) throws {
    try Data(text.utf8).write(to: file)
  }

  @Test func namesTheFile() throws {
    #expect(
      try program.run("config", "path") == Outcome(status: 0, output: file.path + "\n")
    )
  }

  @Test func theFileOfTheEnvironmentGoesFirst() throws {
    let program = BuiltProgram(environment: ["HOME": home.path, "WEIR_CONFIG": "/else.toml"])
    #expect(try program.run("config", "path").output == "/else.toml\n")
    #expect(
      try program.run("config", "check")
        == Outcome(
          status: 2,
          errors: "weir: /else.toml: cannot be read: there is no such file\n"
        )
    )
  }

  @Test func checksAFileThatIsNotThere() throws {
    #expect(
      try program.run("config", "check")
        == Outcome(status: 0, output: "\(file.path): not there\n")
    )
  }

  @Test func checksFileAndTheme() throws {
    try configure("theme = \"mine\"\n[ui]\nbell = 1\n")
    let theme = home.appending(path: ".config/weir/themes/mine.toml")
    try Data("[styles]\ntext = { fg = \"rouge\" }\n".utf8).write(to: theme)
    let outcome = try program.run("config", "check")
    let lines = outcome.errors.split(separator: "\n").map { $0.prefix { $0 != "," } }
    #expect(outcome.status == 2)
    #expect(
      lines == [
        "weir: \(file.path):3: ui.bell: found 1",
        "weir: \(theme.path):2: styles.text.fg: found \"rouge\"",
      ]
    )
  }

  @Test func beginsAFileOnceAndReadsIt() throws {
    let first = try program.run("config", "init")
    #expect(first == Outcome(status: 0, output: file.path + "\n"))
    #expect(
      try program.run("config", "check")
        == Outcome(status: 0, output: file.path + ": no mistakes\n")
    )
    #expect(
      try program.run("config", "init")
        == Outcome(status: 2, errors: "weir: \(file.path): there is a file already\n")
    )
  }

  @Test func printsWithoutSecrets() throws {
    try configure(
      """
      [endpoint.a]
      url = "http://a"
      headers = { X = "hush" }
      [preset.p]
      endpoint = "a"
      model = "m"
      extra = { api_key = "hush" }
      """
    )
    for flags in [[], ["--json"]] {
      let outcome = try program.run(["config", "print"] + flags)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("config.toml:2"))
      #expect(!outcome.output.contains("hush"))
    }
  }

  @Test func listsPresets() throws {
    try configure(
      """
      default_preset = "q"
      [preset.p]
      url = "http://a"
      model = "m"
      [preset.q]
      inherits = "p"
      seed = 7
      """
    )
    #expect(
      try program.run("presets")
        == Outcome(status: 0, output: "  p  m  p  http://a\n* q  m  q  http://a\n")
    )
    #expect(
      try program.run("presets", "--json").output == """
        [{"name":"p","model":"m","endpoint":"p","url":"http://a","parameters":{},"default":false},\
        {"name":"q","model":"m","endpoint":"q","url":"http://a","parameters":{"seed":7},"default":true}]

        """
    )
  }

  @Test func listsThemes() throws {
    try configure("theme = \"dark\"")
    let lines = try program.run("themes").output.split(separator: "\n")
    #expect(
      lines.map { $0.prefix { $0 != "/" }.split(separator: " ").joined(separator: " ") } == [
        "terminal built in", "* dark", "high-contrast", "light", "mono",
      ]
    )
  }

  @Test func wrongUsageIsTwo() throws {
    #expect(try program.run("config", "chekc").status == 2)
    #expect(try program.run("themes", "--jsno").status == 2)
  }
}
