import ArgumentParser
import Glibc
import Settings

/// `weir config`: the configuration file.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Find, begin, check and explain the configuration file.",
    subcommands: [
      ConfigPathCommand.self, ConfigInitCommand.self, ConfigCheckCommand.self,
      ConfigPrintCommand.self,
    ]
  )
}

/// `weir config path`: where the file is, or would be.
struct ConfigPathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Print the path of the configuration file."
  )

  func run() throws {
    try StandardOutput.say(SettingsPaths(environment: ProcessEnvironment.variables).configFile)
  }
}

/// `weir config check`: every mistake in the file and in the theme that it names.
struct ConfigCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report every mistake in the configuration file.",
    discussion: "Exits with 2 when there is one."
  )

  func run() throws {
    let settings = LoadedSettings()
    settings.reportProblems()
    let themeProblems = settings.themeProblems
    for problem in themeProblems { StandardError.write("weir: \(problem.descriptionWithPath)") }
    guard settings.problems.isEmpty, themeProblems.isEmpty else { throw ExitStatus.usage.code }
    try StandardOutput.say(
      settings.paths.configFile + (settings.hasFile ? ": no mistakes" : ": not there")
    )
  }
}

/// `weir config print`: every value and where it came from.
struct ConfigPrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Print every setting and where it came from; secrets are masked."
  )

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let settings = LoadedSettings()
    settings.reportProblems()
    let report = ConfigurationReport(settings.configuration)
    try StandardOutput.say(
      json ? report.json.printableText : "# \(settings.paths.configFile)\n\n\(report.text)"
    )
    guard settings.problems.isEmpty else { throw ExitStatus.usage.code }
  }
}

/// `weir config init`: a commented file to begin with.
struct ConfigInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented configuration file with the servers and keys that are found.",
    discussion: "A file that is there already is never touched."
  )

  func run() throws {
    let environment = ProcessEnvironment.variables
    let exchange = Exchange(environment: environment, demo: nil)
    let template = OfferedPresets.template(
      from: LocalDiscovery().run(over: exchange),
      environment: environment
    )
    let path = SettingsPaths(environment: environment).configFile
    do {
      try template.write(to: path)
    } catch {
      StandardError.write("weir: \(error)")
      throw ExitStatus.usage.code
    }
    try StandardOutput.say(path)
  }
}
