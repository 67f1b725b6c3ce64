import Glibc
import Settings
import Workbench

/// The configuration as a command finds it.
struct LoadedSettings {
  let environment: [String: String]
  let paths: SettingsPaths
  let configuration: Configuration
  let problems: [ConfigProblem]

  init(environment: [String: String] = ProcessEnvironment.variables) {
    self.environment = environment
    paths = SettingsPaths(environment: environment)
    let (configuration, problems) = ConfigurationLoader.load(
      path: paths.configFile,
      environment: environment
    )
    var keyMap = KeyMap()
    let conflicts = keyMap.rebind(configuration.keyBindings)
    self.configuration = configuration
    self.problems =
      problems + conflicts.map { configuration.problem(inKeysOf: $0.command, $0.sentence) }
  }

  /// The mistakes in the theme that the configuration names.
  var themeProblems: [ConfigProblem] {
    let library = ThemeLibrary(directories: paths.themesDirectories)
    return configuration.theme.map { library.read($0).1 } ?? []
  }

  var hasFile: Bool { access(paths.configFile, F_OK) == 0 }

  /// Says every mistake on standard error.
  func reportProblems() {
    for problem in problems { StandardError.write("weir: \(problem.descriptionWithPath)") }
  }
}
