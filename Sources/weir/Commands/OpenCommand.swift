import ArgumentParser
import Glibc
import Settings
import Terminal

/// `weir` without a subcommand: the workbench, or linear mode where there is no screen to draw on.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open the workbench (what weir does without a subcommand)."
  )

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("A preset to open with; several open side by side.", valueName: "name"),
    completion: .presets
  )
  var preset: [String] = []

  @OptionGroup var history: HistoryChoice

  @Option(help: ArgumentHelp("The theme to use; `weir themes` lists them.", valueName: "name"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "How many colours to use: auto, truecolor, 256, 16 or none.",
      valueName: "mode"
    )
  )
  var color = ColorMode.auto

  @Flag(help: "Linear mode: append-only lines, fit for a screen reader.")
  var plain = false

  func run() throws {
    let environment = ProcessEnvironment.variables
    let status =
      plain || LinearStart.isNeeded(environment: environment)
      ? LinearStart(
        names: preset,
        history: history,
        settings: LoadedSettings(environment: environment)
      ).run()
      : MainActor.assumeIsolated { WorkbenchSession(choices).run() }
    if status != .success { throw status.code }
  }

  private var choices: WorkbenchChoices {
    WorkbenchChoices(
      presets: preset,
      opening: history.request,
      isOffTheRecord: history.offTheRecord,
      theme: theme,
      color: color
    )
  }
}

extension ColorMode: ExpressibleByArgument {}
