import ArgumentParser
import Glibc
import Settings
import Terminal
import Workbench

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

  @Flag(name: [.customShort("c"), .customLong("continue")], help: "Go on with the newest conversation.")
  var goesOn = false

  @Option(
    help: ArgumentHelp(
      "Go on with the conversation of this number; `weir sessions list` shows them.",
      valueName: "number"
    )
  )
  var session: Int64?

  @Flag(
    name: [.customShort("n"), .long],
    help: "Off the record: nothing of the first conversation is kept on the disk."
  )
  var offTheRecord = false

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

  func validate() throws {
    if goesOn, session != nil { throw ValidationError("--continue and --session exclude each other.") }
    if offTheRecord, opening != nil {
      throw ValidationError("--off-the-record begins a conversation; it does not go with another.")
    }
  }

  /// The conversation to go on with; `nil` begins one.
  var opening: ConversationRequest? {
    if let session { return .number(session) }
    return goesOn ? .newest : nil
  }

  func run() throws {
    let environment = ProcessEnvironment.variables
    let status =
      plain || LinearStart.isNeeded(environment: environment)
      ? LinearStart(names: preset, settings: LoadedSettings(environment: environment)).run()
      : MainActor.assumeIsolated { WorkbenchSession(command: self).run() }
    if status != .success { throw status.code }
  }
}

extension ColorMode: ExpressibleByArgument {}
